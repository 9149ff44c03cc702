import { type SQL, sql } from 'drizzle-orm';
import { type CareSign, careTerms } from '@/rules/enrollment/care';
import { type LeftOut, reminderKey } from '@/rules/enrollment/reminders';
import type { Db } from '../client';

export type CareScope = { courseId: string; days: number; now: Date };
/** `none` is people in no cohort. */
export type CareFilter = { sign: CareSign; cohort: string | 'none' | null; search: string };

/** A learner with what the rules of care look at. */
export type CareRow = {
  enrollmentId: string;
  userId: string;
  name: string;
  email: string;
  cohort: string | null;
  active: boolean;
  begunAt: Date;
  lastActiveAt: Date | null;
  validUntil: Date | null;
  done: number;
  total: number;
  median: number;
  groupSize: number;
  quiet: boolean;
  suspended: boolean;
  unclaimed: boolean;
  remindedAt: Date | null;
};

type Raw = Omit<CareRow, 'begunAt' | 'lastActiveAt' | 'validUntil' | 'remindedAt'> &
  Record<'begunAt', string> &
  Record<'lastActiveAt' | 'validUntil' | 'remindedAt', string | null>;

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
const rowOf = (raw: Raw): CareRow => ({
  ...raw,
  begunAt: new Date(raw.begunAt),
  lastActiveAt: dateOf(raw.lastActiveAt),
  validUntil: dateOf(raw.validUntil),
  remindedAt: dateOf(raw.remindedAt),
});

/**
 * Everybody who learns in a course with how far they are beside their cohort, and the four signs of `rules/enrollment/care`
 * as columns, so that the database filters, counts and pages. `also` adds people who do not learn any more.
 */
const learners = ({ courseId, days, now }: CareScope, also: readonly string[] = []): SQL => {
  const at = sql`${now.toISOString()}::timestamptz`;
  const ago = (count: number) =>
    sql`${new Date(now.getTime() - count * 86_400_000).toISOString()}::timestamptz`;
  return sql`
    lesson as materialized (
      select e.id as edition_id, l->>'id' as lesson_id
      from editions e, jsonb_path_query(e.manifest, '$.modules[*].lessons[*]') l
      where e.course_id = ${courseId}
    ), size as (
      select edition_id, count(*)::int as total from lesson group by edition_id
    ), person as materialized (
      select e.id, e.user_id, e.cohort_id, e.edition_id, e.last_active_at, e.valid_until,
        greatest(e.created_at, e.valid_from) as begun_at,
        e.state = 'active' and (e.valid_until is null or e.valid_until > ${at}) as active,
        e.state in ('active', 'completed') as counted
      from enrollments e
      where e.course_id = ${courseId} and (e.state in ('active', 'completed')
        or e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(also)}::jsonb)))
    ), progress as (
      select p.id, count(*)::int as done
      from person p join lesson_progress lp on lp.enrollment_id = p.id
        join lesson l on l.edition_id = p.edition_id and l.lesson_id = lp.lesson_id
      where lp.completed_at is not null group by p.id
    ), standing as materialized (
      select p.*, coalesce(progress.done, 0) as done, size.total
      from person p join size on size.edition_id = p.edition_id left join progress on progress.id = p.id
    ), cohort_of as (
      select cohort_id, count(*)::int as size, percentile_disc(0.5) within group (order by done) as median
      from standing where counted group by cohort_id
    ), learner as materialized (
      select s.*, g.median, g.size,
        open and coalesce(last_active_at, begun_at) <= ${ago(days)} as dormant,
        open and g.size >= ${careTerms.smallestGroup}::int and begun_at <= ${ago(careTerms.graceDays)}
          and done + ${careTerms.behindBy}::int <= g.median as behind,
        open and done > 0 and (done = total - 1 or done * 100 >= total * ${careTerms.nearlyPercent}::int) as "nearly-done",
        open and valid_until is not null and valid_until <= ${ago(-careTerms.endingDays)} as ending
      from (select *, active and done < total as open from standing) s
        left join cohort_of g on g.cohort_id is not distinct from s.cohort_id
    )`;
};

const columns = (sign: CareSign): SQL => sql`
  l.id as "enrollmentId", l.user_id as "userId", u.name, u.email, c.name as cohort, l.active,
  l.begun_at as "begunAt", l.last_active_at as "lastActiveAt", l.valid_until as "validUntil", l.done, l.total,
  coalesce(l.median, 0) as median, coalesce(l.size, 0) as "groupSize", u.quiet, u.suspended_at is not null as suspended,
  (u.unclaimed_since is not null or u.email_confirmed_at is null) as unclaimed,
  (select max(r.at) from reminders r where r.enrollment_id = l.id and r.kind = ${sign}) as "remindedAt"`;

const joined = sql`learner l join users u on u.id = l.user_id left join cohorts c on c.id = l.cohort_id`;

function matching({ sign, cohort, search }: CareFilter): SQL {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`l.${sql.identifier(sign)}
    and ${cohort === null ? sql`true` : cohort === 'none' ? sql`l.cohort_id is null` : sql`l.cohort_id = ${cohort}`}
    and ${search === '' ? sql`true` : sql`(u.name collate "und-x-icu" ilike ${like} or u.email ilike ${like})`}`;
}

export type CareCounts = Record<CareSign, number>;

/** How many there are of each sign in a course, and how many match. In one statement with a page of them. */
export async function careList(
  db: Db,
  scope: CareScope,
  filter: CareFilter,
  page: { limit: number; offset: number },
): Promise<{ counts: CareCounts; matching: number; rows: CareRow[] }> {
  const [found] = await db.execute<{ counts: CareCounts; matching: number; rows: Raw[] | null }>(sql`
    with ${learners(scope)}, match as materialized (
      select ${columns(filter.sign)} from ${joined} where ${matching(filter)}
    )
    select (select jsonb_build_object('dormant', count(*) filter (where dormant), 'behind', count(*) filter (where behind),
        'nearly-done', count(*) filter (where "nearly-done"), 'ending', count(*) filter (where ending)) from learner) as counts,
      (select count(*)::int from match) as matching,
      (select jsonb_agg(to_jsonb(shown)) from (
        select * from match order by coalesce("lastActiveAt", "begunAt"), "enrollmentId"
        limit ${page.limit} offset ${page.offset}) shown) as rows`);
  if (!found) throw new Error('a select of counts gives a row');
  return { ...found, rows: (found.rows ?? []).map(rowOf) };
}

type Ids = readonly string[] | null;

/** Everybody who matches, or those of some enrollments whatever has become of them. */
const chosenBy = (filter: CareFilter, ids: Ids): SQL =>
  ids === null
    ? matching(filter)
    : sql`l.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Why a reminder would pass somebody over, as `whyLeftOut` says it of who is on the list; null where it would not. */
const passedOver = (now: Date): SQL => sql`case
  when suspended then 'suspended' when unclaimed then 'unclaimed' when quiet then 'quiet'
  when exists (select 1 from jsonb_array_elements_text(reminded) key where key = case kind
    when 'dormant' then case when "lastActiveAt" is null then 'never'
      else 'since ' || to_char("lastActiveAt" at time zone 'UTC', 'YYYY-MM-DD') end
    else ${reminderKey('ending', null, now)} end) then 'reminded' end`;

/** How many there are, and of whom a reminder would pass over how many and why. */
export type CareTally = { all: number; passedOver: Partial<Record<LeftOut, number>> };

/**
 * The first of the chosen with what they were reminded of: whom a reminder would reach comes first, so that the next
 * who ask find those that come after them. With it how many there are altogether.
 */
export async function careChosen(
  db: Db,
  scope: CareScope,
  filter: CareFilter,
  { ids, limit }: { ids: Ids; limit: number },
): Promise<{ rows: (CareRow & { reminded: string[] })[]; tally: CareTally }> {
  const [found] = await db.execute<{
    rows: (Raw & { reminded: string[] })[] | null;
    tally: { why: LeftOut | null; people: number }[] | null;
  }>(sql`
    with ${learners(scope, ids ?? [])}, chosen as materialized (
      select ${columns(filter.sign)}, ${filter.sign}::text as kind,
        (select coalesce(jsonb_agg(r.key), '[]') from reminders r
          where r.enrollment_id = l.id and r.kind = ${filter.sign}) as reminded
      from ${joined} where ${chosenBy(filter, ids)}
    ), judged as materialized (select *, ${passedOver(scope.now)} as why from chosen)
    select
      (select jsonb_agg(jsonb_build_object('why', why, 'people', people))
        from (select why, count(*)::int as people from judged group by why) as by_reason) as tally,
      (select jsonb_agg(to_jsonb(first)) from (
        select * from judged order by why is not null, why = 'reminded', name, "enrollmentId" limit ${limit}) as first) as rows`);
  const tally = found?.tally ?? [];
  return {
    rows: (found?.rows ?? []).map(({ reminded, ...row }) => ({ ...rowOf(row), reminded })),
    tally: {
      all: tally.reduce((sum, { people }) => sum + people, 0),
      passedOver: Object.fromEntries(tally.flatMap(({ why, people }) => (why ? [[why, people]] : []))),
    },
  };
}

/** The accounts of all the chosen, and no more of them: there may be as many as a course has people. */
export async function carePeople(
  db: Db,
  scope: CareScope,
  filter: CareFilter,
  { ids, limit }: { ids: Ids; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ userId: string }>(sql`
    with ${learners(scope, ids ?? [])}
    select l.user_id as "userId" from ${joined} where ${chosenBy(filter, ids)} order by u.name, l.id limit ${limit}`);
  return rows.map(({ userId }) => userId);
}

/** Notes reminders, each once. @returns the enrollments for which this is the first of its kind and key. */
export async function recordReminders(
  db: Db,
  batchId: string,
  kind: CareSign,
  reminders: readonly { enrollmentId: string; key: string }[],
): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(sql`
    insert into reminders (enrollment_id, kind, key, batch_id)
    select "enrollmentId", ${kind}, key, ${batchId}
    from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as row ("enrollmentId" uuid, key text)
    order by "enrollmentId"
    on conflict (enrollment_id, kind, key) do nothing
    returning enrollment_id as id`);
  return new Set(rows.map(({ id }) => id));
}

/** Who was reminded by one press of the button, and whether their mail has gone out. */
export function remindersOf(db: Db, batchId: string) {
  return db.execute<{ name: string; email: string; at: string }>(sql`
    select u.name, u.email, r.at
    from reminders r join enrollments e on e.id = r.enrollment_id join users u on u.id = e.user_id
    where r.batch_id = ${batchId} order by u.name, u.id`);
}

/** Names and addresses of enrollments, for the list of who was left out. */
export function namesOf(db: Db, ids: readonly string[]) {
  return db.execute<{ enrollmentId: string; name: string; email: string }>(sql`
    select e.id as "enrollmentId", u.name, u.email
    from enrollments e join users u on u.id = e.user_id
    where e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by u.name, u.id`);
}

/** The cohorts of a course, for the filter. */
export function cohortNames(db: Db, courseId: string) {
  return db.execute<{ id: string; name: string }>(
    sql`select id, name from cohorts where course_id = ${courseId} order by starts_at desc nulls last, name`,
  );
}
