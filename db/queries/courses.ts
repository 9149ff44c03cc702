import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { courseStaff, courses, enrollments, users } from '../schema';

/** What decides whether somebody may enroll: the terms of a course, with its count of seats. */
const terms = {
  policy: courses.enrollmentPolicy,
  opensAt: courses.opensAt,
  closesAt: courses.closesAt,
  seats: courses.seats,
  seatsTaken: courses.seatsTaken,
};

/** Joins the enrollment of one person; of nobody when nobody is signed in. */
const enrollmentOf = (userId: string | null) =>
  and(eq(enrollments.courseId, courses.id), userId ? eq(enrollments.userId, userId) : sql`false`);

/** Every course with a current edition, the oldest first, with the state of the viewer's enrollment. */
export async function publishedCourses(db: Db, userId: string | null) {
  const rows = await db
    .select({ slug: courses.slug, editionId: courses.currentEditionId, state: enrollments.state })
    .from(courses)
    .leftJoin(enrollments, enrollmentOf(userId))
    .where(isNotNull(courses.currentEditionId))
    .orderBy(asc(courses.createdAt), asc(courses.slug));
  return rows.flatMap(({ editionId, ...row }) => (editionId === null ? [] : [{ ...row, editionId }]));
}

/** A course by its address, drafts included, with its terms and the viewer's enrollment, if any. */
export async function courseForViewer(db: Db, slug: string, userId: string | null) {
  const [row] = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      editionId: courses.currentEditionId,
      zone: courses.zone,
      terms,
      enrollment: { id: enrollments.id, state: enrollments.state, endsAt: enrollments.endsAt },
    })
    .from(courses)
    .leftJoin(enrollments, enrollmentOf(userId))
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

/** The courses a person is staff of; with null, all of them. */
export function coursesTaughtBy(db: Db, userId: string | null) {
  return db
    .selectDistinct({ id: courses.id, slug: courses.slug, editionId: courses.currentEditionId })
    .from(courses)
    .leftJoin(courseStaff, eq(courseStaff.courseId, courses.id))
    .where(userId ? eq(courseStaff.userId, userId) : undefined)
    .orderBy(asc(courses.slug));
}
