import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { EnrollmentAction, EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';
import { courseStaff, courses, enrollments, users } from '../schema';
import { termsOf } from './enrollments';

/** Joins the enrollment of one person; of nobody when nobody is signed in. */
const enrollmentOf = (userId: string | null) =>
  and(eq(enrollments.courseId, courses.id), userId ? eq(enrollments.userId, userId) : sql`false`);

/** Joins the role of one person in a course, in the same way. */
const roleOf = (userId: string | null) =>
  and(eq(courseStaff.courseId, courses.id), userId ? eq(courseStaff.userId, userId) : sql`false`);

/** Every course with a current edition that is not archived, the oldest first, with the state of the viewer's enrollment. */
export async function publishedCourses(db: Db, userId: string | null) {
  const rows = await db
    .select({ slug: courses.slug, editionId: courses.currentEditionId, state: enrollments.state })
    .from(courses)
    .leftJoin(enrollments, enrollmentOf(userId))
    .where(and(isNotNull(courses.currentEditionId), isNull(courses.archivedAt)))
    .orderBy(asc(courses.createdAt), asc(courses.slug));
  return rows.flatMap(({ editionId, ...row }) => (editionId === null ? [] : [{ ...row, editionId }]));
}

/** Which one somebody is in the queue for a seat of their cohort, or of the course; null when they do not wait. */
const placeInQueue = sql<number | null>`case when enrollments.state = 'waitlisted' then (
  select count(*)::int + 1 from enrollments w where w.course_id = enrollments.course_id and w.state = 'waitlisted'
    and w.cohort_id is not distinct from enrollments.cohort_id
    and (w.waitlisted_at, w.id) < (enrollments.waitlisted_at, enrollments.id)) end`;

/** What ended an enrollment, and why, in the words of whoever decided; null where nothing did. */
const lastAnswer = sql<{
  action: EnrollmentAction | null;
  from: EnrollmentState | null;
  reason: string;
} | null>`
  case when enrollments.state in ('removed', 'expired')
  then (select json_build_object('action', v.action, 'from', v.from_state, 'reason', v.reason) from enrollment_events v
    where v.enrollment_id = enrollments.id order by v.id desc limit 1) end`;

/** A course by its address, drafts included, with its terms, and the viewer's enrollment and role in it, if any. */
export async function courseForViewer(db: Db, slug: string, userId: string | null) {
  const [row] = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      editionId: courses.currentEditionId,
      zone: courses.zone,
      startsAt: courses.startsAt,
      terms: termsOf(courses),
      enrollment: {
        id: enrollments.id,
        state: enrollments.state,
        cohortId: enrollments.cohortId,
        validFrom: enrollments.validFrom,
        validUntil: enrollments.validUntil,
        cohort: sql<string | null>`(select k.name from cohorts k where k.id = enrollments.cohort_id)`,
        /** The zone in which its dates were meant. */
        zone: sql<string>`coalesce(enrollments.ends_zone,
          (select k.zone from cohorts k where k.id = enrollments.cohort_id), courses.zone)`,
        place: placeInQueue,
        answer: lastAnswer,
      },
      staffRole: courseStaff.role,
    })
    .from(courses)
    .leftJoin(enrollments, enrollmentOf(userId))
    .leftJoin(courseStaff, roleOf(userId))
    .where(eq(courses.slug, slug));
  return row ?? null;
}

/** The names of the people who teach a course, owners first. */
export async function staffNames(db: Db, courseId: string): Promise<string[]> {
  const rows = await db
    .select({ name: users.name })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(eq(courseStaff.courseId, courseId))
    .orderBy(sql`${courseStaff.role} <> 'owner'`, asc(users.name));
  return rows.map((row) => row.name);
}

/** Makes a course without an edition. @returns its id, or null when the address is taken: the key decides. */
export async function recordCourse(db: Db, course: { slug: string; zone: string }): Promise<string | null> {
  const [row] = await db
    .insert(courses)
    .values(course)
    .onConflictDoNothing({ target: courses.slug })
    .returning({ id: courses.id });
  return row?.id ?? null;
}

/** Whether a course has this address. */
export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  const [row] = await db.select({ id: courses.id }).from(courses).where(eq(courses.slug, slug));
  return row !== undefined;
}

/** Archives a course or brings it back. @returns whether that changed anything. */
export async function setArchived(db: Db, courseId: string, archived: boolean): Promise<boolean> {
  const rows = await db
    .update(courses)
    .set({ archivedAt: archived ? sql`now()` : null, version: sql`${courses.version} + 1` })
    .where(and(eq(courses.id, courseId), sql`(${courses.archivedAt} is not null) = ${!archived}`))
    .returning({ id: courses.id });
  return rows.length > 0;
}

/** Sets the zone in which the dates of a course are shown. */
export async function setCourseZone(db: Db, courseId: string, zone: string): Promise<void> {
  await db.update(courses).set({ zone }).where(eq(courses.id, courseId));
}

/** A course as the list of those who teach it needs it. */
export type TaughtCourseRow = {
  id: string;
  slug: string;
  archived: boolean;
  role: CourseRole | null;
  /** The text of its course.yaml; null when the draft has none. */
  head: string | null;
  /** When its draft was last saved; null when there is no draft. */
  savedAt: Date | null;
  edition: { number: number; publishedAt: Date; title: string; verified: string } | null;
  /** Whether the draft differs from the current edition; null where the edition's files were not kept. */
  changed: boolean | null;
};

type RawTaught = Omit<TaughtCourseRow, 'savedAt' | 'edition'> & {
  saved_at: string | null;
  number: number | null;
  published_at: string;
  title: string;
  verified: string;
};

/**
 * The courses a person is staff of, or every course, those last worked on first. In one statement: whether
 * a draft differs from its edition is decided by the database, so that no text but course.yaml leaves it.
 */
export async function taughtCourses(
  db: Db,
  who: { userId: string; all: boolean },
): Promise<TaughtCourseRow[]> {
  const rows = await db.execute<RawTaught>(sql`
    select c.id, c.slug, c.archived_at is not null as archived, s.role, head.text as head,
      draft.saved_at, e.number, e.published_at, e.manifest->>'title' as title, e.manifest->>'verified' as verified,
      case when source.texts is not null then
        source.texts is distinct from
          (select jsonb_object_agg(f.path, f.text) from draft_files f where f.course_id = c.id and f.deleted_at is null)
        or exists (select from edition_assets used join draft_assets now on now.path = used.path
          where used.edition_id = e.id and now.course_id = c.id and now.hash <> used.hash)
      end as changed
    from courses c
    left join course_staff s on s.course_id = c.id and s.user_id = ${who.userId}
    left join draft_files head on head.course_id = c.id and head.path = 'course.yaml' and head.deleted_at is null
    left join lateral (select max(f.updated_at) as saved_at from draft_files f
      where f.course_id = c.id and f.deleted_at is null) draft on true
    left join editions e on e.id = c.current_edition_id
    left join edition_sources source on source.edition_id = e.id
    where s.user_id is not null or ${who.all}
    order by greatest(draft.saved_at, c.created_at) desc, c.slug`);
  return rows.map(({ saved_at, number, published_at, title, verified, ...row }) => ({
    ...row,
    savedAt: saved_at === null ? null : new Date(saved_at),
    edition: number === null ? null : { number, publishedAt: new Date(published_at), title, verified },
  }));
}
