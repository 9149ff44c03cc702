import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { courseStaff, courses, users } from '../schema';

const worksToTell = sql`s.graded_at is null and s.escalated_at is null and s.escalate_at <= now()`;
const attemptsToTell = sql`a.to_mark > 0 and a.escalated_at is null and a.escalate_at <= now()`;

/** The ids of courses in which a promise is about to be broken, of work or of written answers, and nobody was told. */
export async function coursesToTell(db: Db, most: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select e.course_id as id from submissions s join enrollments e on e.id = s.enrollment_id where ${worksToTell}
    union select e.course_id from attempts a join enrollments e on e.id = a.enrollment_id where ${attemptsToTell}
    limit ${most}`);
  return rows.map(({ id }) => id);
}

/** What was promised of one piece of work, or of one attempt with answers that a person marks. */
export type Promised = { lessonId: string; backAt: Date; zone: string };
type RawPromised = { lesson_id: string; back_at: string; zone: string };
const promised = ({ lesson_id, back_at, zone }: RawPromised): Promised => ({
  lessonId: lesson_id,
  backAt: new Date(back_at),
  zone,
});

/** Notes that the owners of a course are told of what waits. @returns what they are told of: none twice. */
export async function setEscalated(
  db: Db,
  courseId: string,
): Promise<{ works: Promised[]; attempts: Promised[] }> {
  const works = await db.execute<RawPromised>(sql`
    update submissions s set escalated_at = now() from enrollments e, editions d
    where e.id = s.enrollment_id and e.course_id = ${courseId} and d.id = s.edition_id and ${worksToTell}
    returning s.lesson_id, s.back_at, coalesce(d.manifest->>'zone', 'UTC') as zone`);
  const attempts = await db.execute<RawPromised>(sql`
    update attempts a set escalated_at = now() from enrollments e, editions d
    where e.id = a.enrollment_id and e.course_id = ${courseId} and d.id = a.edition_id and ${attemptsToTell}
    returning a.lesson_id, a.back_at, coalesce(d.manifest->>'zone', 'UTC') as zone`);
  return { works: works.map(promised), attempts: attempts.map(promised) };
}

/** A course with the addresses of its owners who are not suspended; null when there is none. */
export async function ownedCourse(db: Db, courseId: string) {
  const [course] = await db
    .select({ id: courses.id, slug: courses.slug, editionId: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.id, courseId));
  if (!course) return null;
  const owners = await db
    .select({ email: users.email })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(and(eq(courseStaff.courseId, courseId), eq(courseStaff.role, 'owner'), isNull(users.suspendedAt)))
    .orderBy(asc(users.email));
  return { ...course, owners: owners.map(({ email }) => email) };
}
