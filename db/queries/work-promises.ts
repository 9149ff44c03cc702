import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { courseStaff, courses, users } from '../schema';

/** The ids of courses in which a promise is about to be broken and nobody was told. */
export async function coursesToTell(db: Db, most: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct e.course_id as id from submissions s join enrollments e on e.id = s.enrollment_id
    where s.graded_at is null and s.escalated_at is null and s.escalate_at <= now() limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Notes that the owners of a course are told of work that waits. @returns what they are told of: none twice. */
export async function setEscalated(db: Db, courseId: string) {
  const rows = await db.execute<{ lesson_id: string; back_at: string; zone: string }>(sql`
    update submissions s set escalated_at = now() from enrollments e, editions d
    where e.id = s.enrollment_id and e.course_id = ${courseId} and d.id = s.edition_id
      and s.graded_at is null and s.escalated_at is null and s.escalate_at <= now()
    returning s.lesson_id, s.back_at, coalesce(d.manifest->>'zone', 'UTC') as zone`);
  return rows.map(({ lesson_id, back_at, zone }) => ({
    lessonId: lesson_id,
    backAt: new Date(back_at),
    zone,
  }));
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
