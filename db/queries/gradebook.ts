import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type GradebookSettings, usualGradebook } from '@/rules/grading/settings';
import type { Db } from '../client';
import {
  courseGrades,
  courses,
  editions,
  enrollments,
  gradebooks,
  gradeEvents,
  grades,
  users,
} from '../schema';
import { countedShare } from './grading';

/** The settings of a gradebook with their version: 0 while nobody has set any. */
export type StoredGradebook = { settings: GradebookSettings; version: number };

/** How the grades of a course come to one. */
export async function gradebookOf(db: Db, courseId: string): Promise<StoredGradebook> {
  const [row] = await db
    .select({ settings: gradebooks.settings, version: gradebooks.version })
    .from(gradebooks)
    .where(eq(gradebooks.courseId, courseId));
  return row ?? { settings: usualGradebook, version: 0 };
}

/** Keeps settings, if nobody else did since that version. @returns whether they were kept. */
export async function setGradebook(
  db: Db,
  courseId: string,
  { settings, version, by }: StoredGradebook & { by: string },
): Promise<boolean> {
  const rows =
    version === 0
      ? await db
          .insert(gradebooks)
          .values({ courseId, settings, updatedBy: by })
          .onConflictDoNothing()
          .returning({ id: gradebooks.courseId })
      : await db
          .update(gradebooks)
          .set({ settings, updatedBy: by, updatedAt: sql`now()`, version: version + 1 })
          .where(and(eq(gradebooks.courseId, courseId), eq(gradebooks.version, version)))
          .returning({ id: gradebooks.courseId });
  return rows.length > 0;
}

type PastThing = { id: string; title: string; kind: 'quiz' | 'work'; pass: number | null };

/** The graded quizzes and written work that editions of a course have had, each as the newest of them has it. */
export function gradedOfEditions(db: Db, courseId: string): Promise<PastThing[]> {
  return db.execute<PastThing>(sql`
    select distinct on (lesson->>'id') lesson->>'id' as id, lesson->>'title' as title,
      case when lesson ? 'work' then 'work' else 'quiz' end as kind,
      coalesce(lesson->'quiz'->>'pass', lesson->'work'->>'pass')::int as pass
    from ${editions} e,
      jsonb_path_query(e.manifest, '$.modules[*].lessons[*] ? (@.quiz.mode == "graded" || exists(@.work))') lesson
    where e.course_id = ${courseId} order by lesson->>'id', e.number desc`);
}

/** Which of some items have a grade in a course. */
export async function itemsWithGrades(
  db: Db,
  courseId: string,
  itemIds: readonly string[],
): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(sql`
    select item.id from unnest(${sql.param([...itemIds])}::text[]) as item (id)
    where exists (select from grades g join enrollments e on e.id = g.enrollment_id
      where g.item_id = item.id and e.course_id = ${courseId} and coalesce(g.override, g.final) is not null)`);
  return new Set(rows.map(({ id }) => id));
}

/** The courses of enrollments: the enrollments by their course. */
export function coursesOfEnrollments(db: Db, enrollmentIds: readonly string[]) {
  return db
    .select({ enrollmentId: enrollments.id, courseId: enrollments.courseId })
    .from(enrollments)
    .where(inArray(enrollments.id, [...enrollmentIds]));
}

/**
 * Locks the totals of learners until the transaction ends, in one order: whoever changes another of their grades
 * meanwhile waits, and then sees this one. Those that are not there yet are made.
 */
export async function lockTotals(db: Db, courseId: string, enrollmentIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into course_grades (enrollment_id, course_id)
    select id, ${courseId}::uuid from unnest(${sql.param([...enrollmentIds])}::uuid[]) as given (id) order by id
    on conflict (enrollment_id) do update set updated_at = now()`);
}

export type Total = { enrollmentId: string; share: number | null; passed: boolean };

/** Keeps the totals of learners, in one statement. */
export async function setTotals(db: Db, totals: readonly Total[], edition: number): Promise<void> {
  if (totals.length === 0) return;
  await db.execute(sql`
    update course_grades c set share = row.share, passed = row.passed, edition = ${edition}::int
    from jsonb_to_recordset(${JSON.stringify(totals)}::jsonb) as row ("enrollmentId" uuid, share int, passed boolean)
    where c.enrollment_id = row."enrollmentId"`);
}

export type GradeShare = { enrollmentId: string; itemId: string; share: number | null };

/** What counts of the grades of learners: in every item, or in some. */
export function sharesOf(
  db: Db,
  enrollmentIds: readonly string[],
  itemIds?: readonly string[],
): Promise<GradeShare[]> {
  if (enrollmentIds.length === 0) return Promise.resolve([]);
  return db
    .select({
      enrollmentId: grades.enrollmentId,
      itemId: grades.itemId,
      share: countedShare,
    })
    .from(grades)
    .where(
      and(
        inArray(grades.enrollmentId, [...enrollmentIds]),
        itemIds ? inArray(grades.itemId, [...itemIds]) : undefined,
      ),
    );
}

/** The next learners of a course who have grades, by their ids. */
export async function gradedLearners(
  db: Db,
  courseId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select e.id from enrollments e
    where e.course_id = ${courseId} and exists (select from grades g where g.enrollment_id = e.id)
      ${after === null ? sql`` : sql`and e.id > ${after}::uuid`}
    order by e.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** The stored totals of learners. */
export const totalsOf = (db: Db, enrollmentIds: readonly string[]) =>
  db
    .select({
      enrollmentId: courseGrades.enrollmentId,
      share: courseGrades.share,
      passed: courseGrades.passed,
    })
    .from(courseGrades)
    .where(inArray(courseGrades.enrollmentId, [...enrollmentIds]))
    .orderBy(asc(courseGrades.enrollmentId));

/** Has the totals of a course made anew by the job, a part at a time; locked in the one order of all who write them. */
export async function setTotalsOld(db: Db, courseId: string): Promise<void> {
  await db.execute(sql`
    update course_grades c set edition = 0
    from (select enrollment_id from course_grades where course_id = ${courseId} order by enrollment_id for update) own
    where c.enrollment_id = own.enrollment_id`);
}

/** Whether totals of a course still wait to be made anew. */
export async function hasOldTotals(db: Db, courseId: string, edition: number): Promise<boolean> {
  const [row] = await db.execute<{ old: boolean }>(sql`
    select exists (select from course_grades where course_id = ${courseId} and edition < ${edition}::int) as old`);
  return row?.old ?? false;
}

/** Courses with totals that were made with the items of an edition that is not the current one any more. */
export async function coursesWithOldTotals(db: Db, most: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select c.id from ${courses} c join ${editions} e on e.id = c.current_edition_id
    where (select min(g.edition) from course_grades g where g.course_id = c.id) < e.number
      or (select max(g.edition) from course_grades g where g.course_id = c.id) > e.number
    order by c.id limit ${most}`);
  return rows.map(({ id }) => id);
}

/** What happened to the grades of a learner, the newest first. */
export const gradeHistory = (db: Db, enrollmentId: string) =>
  db
    .select({
      id: gradeEvents.id,
      itemId: gradeEvents.itemId,
      action: gradeEvents.action,
      by: users.name,
      reason: gradeEvents.reason,
      before: gradeEvents.before,
      after: gradeEvents.after,
      at: gradeEvents.at,
    })
    .from(gradeEvents)
    .leftJoin(users, eq(users.id, gradeEvents.actorId))
    .where(eq(gradeEvents.enrollmentId, enrollmentId))
    .orderBy(sql`${gradeEvents.id} desc`)
    .limit(500);

/** Every grade of learners. */
export const gradesOf = (db: Db, enrollmentIds: readonly string[]) =>
  enrollmentIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(grades)
        .where(inArray(grades.enrollmentId, [...enrollmentIds]));

/** Locks enrollments until the transaction ends, in one order: nothing of them is graded meanwhile. */
export async function lockEnrollments(db: Db, enrollmentIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    select 1 from enrollments where id = any(${sql.param([...enrollmentIds])}::uuid[])
    order by id for no key update`);
}

/** The current edition of a course; null before the first. */
export async function currentEditionOf(db: Db, courseId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.id, courseId));
  return row?.id ?? null;
}
