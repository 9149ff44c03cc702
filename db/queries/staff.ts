import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { Db } from '../client';
import { cohortStaff, cohorts, courseStaff, users } from '../schema';

const member = {
  userId: courseStaff.userId,
  name: users.name,
  email: users.email,
  role: courseStaff.role,
  suspended: sql<boolean>`${users.suspendedAt} is not null`,
};

/** Everybody who works on a course: owners first, then editors, then graders, by name. */
export function staffOf(db: Db, courseId: string) {
  return db
    .select(member)
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(eq(courseStaff.courseId, courseId))
    .orderBy(
      sql`array_position(array['owner', 'editor', 'grader'], ${courseStaff.role})`,
      asc(users.name),
      asc(users.id),
    );
}

const isMember = (courseId: string, userId: string) =>
  and(eq(courseStaff.courseId, courseId), eq(courseStaff.userId, userId));

/** One of them. */
export async function staffMember(db: Db, courseId: string, userId: string) {
  const [row] = await db
    .select(member)
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(isMember(courseId, userId));
  return row ?? null;
}

/** Who owns a course and is not suspended. Who changes staff holds the course locked, so that it stays true. */
export async function activeOwnerIds(db: Db, courseId: string): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(and(eq(courseStaff.courseId, courseId), eq(courseStaff.role, 'owner'), isNull(users.suspendedAt)));
  return rows.map((row) => row.id);
}

type Membership = { courseId: string; userId: string; role: CourseRole };

/** Makes somebody staff of a course. @returns false when they are already, whatever their role. */
export async function recordStaff(db: Db, membership: Membership): Promise<boolean> {
  const rows = await db
    .insert(courseStaff)
    .values(membership)
    .onConflictDoNothing()
    .returning({ userId: courseStaff.userId });
  return rows.length > 0;
}

/** Gives a member of the staff another role. */
export async function changeStaffRole(db: Db, { courseId, userId, role }: Membership): Promise<void> {
  await db.update(courseStaff).set({ role }).where(isMember(courseId, userId));
}

/** Takes somebody off the staff of a course, and so off its cohorts: their instructors are people of the course. */
export async function deleteStaff(db: Db, courseId: string, userId: string): Promise<void> {
  await db
    .delete(cohortStaff)
    .where(
      and(
        eq(cohortStaff.userId, userId),
        inArray(
          cohortStaff.cohortId,
          db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.courseId, courseId)),
        ),
      ),
    );
  await db.delete(courseStaff).where(isMember(courseId, userId));
}
