// What the gradebook of a great course asks of the database: 5,000 learners with a grade in each of 100 items.
import { connect, type Database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { setGradebook } from '@/db/queries/gradebook';
import { platform } from '@/features/authoring/import-course';
import { getItemGrades } from '@/features/learning/gradebook/get-item-grades';
import { getLearnerGrades } from '@/features/learning/gradebook/get-learner-grades';
import { getOwnGrades } from '@/features/learning/gradebook/get-own-grades';
import { importGrades } from '@/features/learning/gradebook/import-grades';
import { listGradebook } from '@/features/learning/gradebook/list-gradebook';
import { rebuildAllTotals } from '@/features/learning/gradebook/rebuild-all-totals';
import { releaseGrades } from '@/features/learning/gradebook/release-grades';
import type { Actor } from '@/rules/access';
import type { GradebookSettings } from '@/rules/grading/settings';
import { perform } from '@/server/operation';
import { makeStudio, writtenCourse } from '@/test/editions';
import { measureOperation, type OperationFigure } from './operations';

export const size = { learners: 5_000, items: 100 } as const;

export type GradesFigures = {
  pages: (OperationFigure & { name: string })[];
  /** What is done to all at once, in ms, with the time that it is expected to stay below. */
  deeds: { name: string; ms: number; limit: number }[];
};

const columns = Array.from({ length: size.items }, (_, index) => ({
  id: `~c${index}`,
  title: `Column ${index + 1}`,
  // The last ones wait for their release.
  release: index < size.items - 1 ? ('at-once' as const) : ('by-hand' as const),
}));

/** Five categories of twenty columns, each without its two lowest. */
const settings: GradebookSettings = {
  categories: Array.from({ length: 5 }, (_, index) => ({
    id: `part-${index}`,
    title: `Part ${index + 1}`,
    weight: 10 + 5 * index,
    dropLowest: 2,
  })),
  items: Object.fromEntries(
    columns.map(({ id }, index) => [id, { category: `part-${index % 5}`, points: 20, required: false }]),
  ),
  columns,
  pass: 60,
};

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await deed();
  return performance.now() - before;
}

/** A list that gives everybody another grade in three columns. */
const listOf = (ids: readonly string[]): string =>
  [
    'Enrollment,Column 1,Column 2,Column 3',
    ...ids.map((id, at) => `${id},${at % 97},${at % 89},${at % 83}`),
  ].join('\n');

/** Fills a database of its own and measures what its gradebook asks of it. */
export async function benchGrades(url: string): Promise<GradesFigures> {
  await migrateDatabase(url);
  const { sql, db } = connect(url, { max: 1 });
  const studio = await makeStudio(db, {});
  const texts = writtenCourse(studio.slug, { before: ['a'] });
  await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, crypto.randomUUID());
  await studio.publish();
  const { slug: course, courseId, owner } = studio;
  // Filling takes longer than anything that the site asks.
  await sql`set statement_timeout = 0`;
  await sql`
    with person as (
      insert into users (email, name, password_hash, email_confirmed_at)
      select 'learner' || n || '@bench.example', 'Learner ' || md5(n::text), 'none', now()
      from generate_series(1, ${size.learners}) n returning id
    )
    insert into enrollments (course_id, user_id, edition_id, state)
    select c.id, p.id, c.current_edition_id, 'active' from person p, courses c where c.id = ${courseId}`;
  await setGradebook(db, courseId, { settings, version: 0, by: owner.userId });
  await sql`
    insert into grades (enrollment_id, item_id, override, released_at)
    select e.id, item, (hashtextextended(e.id::text || item, 0) & 1048575) * 1000000 / 1048576,
      case when item <> ${columns.at(-1)?.id ?? ''} then now() end
    from enrollments e, unnest(${columns.map(({ id }) => id)}::text[]) item where e.course_id = ${courseId}`;
  await sql`analyze`;
  await sql`set statement_timeout = '5s'`;
  // All of the work in the one process whose time is read.
  await sql`set max_parallel_workers_per_gather = 0`;
  const learners = await sql<{ id: string; userId: string }[]>`
    select id, user_id as "userId" from enrollments where course_id = ${courseId} order by id`;
  const totals = await timed(() => rebuildAllTotals(db, platform, courseId));

  const of = (turn: number) => learners[(turn * 191) % learners.length] ?? { id: '', userId: '' };
  const table = (query: string) => () => (handle: Database) =>
    perform(listGradebook, { course, query }, { db: handle, actor: owner });
  const lines: [string, (turn: number) => (handle: Database) => Promise<unknown>][] = [
    ['table: first page', table('')],
    ['table: by total', table('sort=total')],
    ['table: a filter (not passed)', table('standing=not-passed')],
    ['table: a search', table('search=learner+a1')],
    [
      'one item',
      (turn) => (handle) =>
        perform(getItemGrades, { course, item: columns[turn]?.id ?? '' }, { db: handle, actor: owner }),
    ],
    [
      'one learner',
      (turn) => (handle) =>
        perform(getLearnerGrades, { course, enrollment: of(turn).id }, { db: handle, actor: owner }),
    ],
    [
      'a learner\u2019s own',
      (turn) => (handle) =>
        perform(
          getOwnGrades,
          { course },
          { db: handle, actor: { ...owner, userId: of(turn).userId, role: 'student' } as Actor },
        ),
    ],
  ];
  const pages: GradesFigures['pages'] = [];
  for (const [name, deed] of lines) pages.push({ name, ...(await measureOperation(db, deed)) });

  const list = { course, text: listOf(learners.map(({ id }) => id)), reason: 'A list.' };
  let previewed = '';
  const dryRun = await timed(async () => {
    const shown = await perform(importGrades, { ...list, previewed: '' }, { db, actor: owner });
    if (!shown.applied) ({ previewed } = shown);
  });
  const applied = await timed(async () => {
    const done = await perform(importGrades, { ...list, previewed }, { db, actor: owner });
    if (!done.applied) throw new Error('the list was not set');
  });
  const release = await timed(() =>
    perform(
      releaseGrades,
      {
        course,
        item: columns.at(-1)?.id ?? '',
        cohort: '',
        count: size.learners,
        address: 'http://bench.example',
      },
      { db, actor: owner },
    ),
  );
  await sql.end();
  return {
    pages,
    deeds: [
      { name: 'every total made anew, a part at a time', ms: totals, limit: 30_000 },
      { name: 'a list of 5,000 learners and 3 items: dry run', ms: dryRun, limit: 5_000 },
      { name: 'the same list, set: 15,000 grades', ms: applied, limit: 30_000 },
      { name: 'an item released to 5,000, with their mails', ms: release, limit: 30_000 },
    ],
  };
}
