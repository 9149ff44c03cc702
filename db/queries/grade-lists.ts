import { and, eq, sql } from 'drizzle-orm';
import type { GradeSnapshot } from '@/rules/grading/grades';
import type { Db } from '../client';
import { enrollments, users } from '../schema';
import { isLearner } from './gradebook-table';

/** Everybody who learns in a course, with what a list may call them by. */
export const learnersOf = (db: Db, courseId: string) =>
  db
    .select({ id: enrollments.id, name: users.name, email: users.email, externalId: users.externalId })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(enrollments.courseId, courseId), isLearner));

/** The lists of grades that were taken in for a course, the newest first. */
export function gradeListsOf(db: Db, courseId: string, limit: number) {
  return db.execute<{ id: string; at: string; by: string | null; reason: string; grades: number }>(sql`
    select v.batch_id as id, min(v.at) as at, min(u.name) as by, min(v.reason) as reason, count(*)::int as grades
    from grade_events v join enrollments e on e.id = v.enrollment_id left join users u on u.id = v.actor_id
    where e.course_id = ${courseId} and v.batch_id is not null and v.action = 'overridden'
    group by v.batch_id order by min(v.at) desc limit ${limit}`);
}

export type ListedGrade = {
  enrollmentId: string;
  itemId: string;
  name: string;
  before: GradeSnapshot | null;
  after: GradeSnapshot;
  /** Whether the grade is as the list left it. */
  stands: boolean;
  /** Whether what came next restored it. */
  restored: boolean;
  /** Why it had been set before the list, where it had. */
  reasonBefore: string;
};

/** What a list did to grades of a course, with what became of it: what has moved on first. */
export async function gradesOfList(
  db: Db,
  courseId: string,
  batchId: string,
  limit: number,
): Promise<ListedGrade[]> {
  const rows = await db.execute<ListedGrade>(sql`
    select v.enrollment_id as "enrollmentId", v.item_id as "itemId", u.name, v.before, v.after,
      g.version = v.version as stands,
      exists (select from grade_events n where n.enrollment_id = v.enrollment_id and n.item_id = v.item_id
        and n.version = v.version + 1 and n.action = 'restored') as restored,
      coalesce((select p.reason from grade_events p where p.enrollment_id = v.enrollment_id
        and p.item_id = v.item_id and p.id < v.id and p.action = 'overridden' order by p.id desc limit 1), '')
        as "reasonBefore"
    from grade_events v join enrollments e on e.id = v.enrollment_id join users u on u.id = e.user_id
      join grades g on g.enrollment_id = v.enrollment_id and g.item_id = v.item_id
    where v.batch_id = ${batchId} and v.action = 'overridden' and e.course_id = ${courseId}
    order by stands, restored, u.name, v.id limit ${limit}`);
  return [...rows];
}

/** How many grades a list set, and what became of them. */
export async function gradeListCounts(db: Db, courseId: string, batchId: string) {
  const [row] = await db.execute<{
    at: string | null;
    by: string | null;
    reason: string | null;
    all: number;
    stand: number;
    restored: number;
  }>(sql`
    select min(v.at) as at, min(a.name) as by, min(v.reason) as reason, count(*)::int as all,
      (count(*) filter (where g.version = v.version))::int as stand,
      (count(*) filter (where exists (select from grade_events n where n.enrollment_id = v.enrollment_id
        and n.item_id = v.item_id and n.version = v.version + 1 and n.action = 'restored')))::int as restored
    from grade_events v join enrollments e on e.id = v.enrollment_id left join users a on a.id = v.actor_id
      join grades g on g.enrollment_id = v.enrollment_id and g.item_id = v.item_id
    where v.batch_id = ${batchId} and v.action = 'overridden' and e.course_id = ${courseId}`);
  return row && row.at !== null ? { ...row, at: row.at, reason: row.reason ?? '' } : null;
}
