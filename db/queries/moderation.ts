import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import type { Db } from '../client';
import { courseStaff, users } from '../schema';
import { placesTaken } from './readings';

const active = (courseId: string) => and(eq(courseStaff.courseId, courseId), isNull(users.suspendedAt));

/** Who grades in a course and is not suspended: its owners and its graders. */
export async function graderIds(db: Db, courseId: string): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(and(active(courseId), inArray(courseStaff.role, ['owner', 'grader'])));
  return rows.map(({ id }) => id);
}

/** The graders of a course by name, with whether each decides between two of them. */
export const gradersOf = (db: Db, courseId: string) =>
  db
    .select({
      id: users.id,
      name: users.name,
      role: courseStaff.role,
      moderates: courseStaff.moderates,
    })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(and(active(courseId), inArray(courseStaff.role, ['owner', 'grader'])))
    .orderBy(sql`${courseStaff.role} desc`, users.name, users.id);

/** Whether somebody decides between two graders of a course: as its owner, or as a grader who is named for it. */
export async function decides(db: Db, courseId: string, userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(courseStaff)
    .innerJoin(users, eq(users.id, courseStaff.userId))
    .where(
      and(
        active(courseId),
        eq(courseStaff.userId, userId),
        or(eq(courseStaff.role, 'owner'), and(eq(courseStaff.role, 'grader'), courseStaff.moderates)),
      ),
    );
  return rows.length > 0;
}

/** Names a grader for it, or takes that back. @returns false when they are no grader of the course. */
export async function setModerates(
  db: Db,
  { courseId, userId, moderates }: { courseId: string; userId: string; moderates: boolean },
): Promise<boolean> {
  const rows = await db
    .update(courseStaff)
    .set({ moderates })
    .where(
      and(eq(courseStaff.courseId, courseId), eq(courseStaff.userId, userId), eq(courseStaff.role, 'grader')),
    )
    .returning({ id: courseStaff.userId });
  return rows.length > 0;
}

/**
 * Versions whose second grading may not be waited for any more: one of two has finished, and the promise ends
 * within the hour or nobody else grades in the course. The promise that ends first comes first.
 */
export async function loneReadings(db: Db, most: number, without: string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from submissions s join enrollments e on e.id = s.enrollment_id
    where s.moderated and s.apart_at is null and s.graded_at is null
      and exists (select 1 from readings r where r.submission_id = s.id and r.finished_at is not null)
      and (s.back_at <= now() or (s.back_at <= now() + interval '1 hour' and ${placesTaken} < 2)
        or not exists (select 1 from course_staff cs join users u on u.id = cs.user_id
          where cs.course_id = e.course_id and cs.role in ('owner', 'grader') and u.suspended_at is null
            and cs.user_id <> e.user_id and not exists (select 1 from readings r
              where r.submission_id = s.id and r.grader_id = cs.user_id and r.finished_at is not null)))
      and not (s.id = any(${sql.param(without)}::uuid[]))
    order by s.back_at, s.id limit ${most}`);
  return rows.map(({ id }) => id);
}

type RawPair = {
  lesson_id: string;
  title: string;
  rubric: Criterion[];
  graders: [string, string];
  scores: [Scores, Scores];
};

/** What two graders gave the newest so many works of a course that both have graded, without whose they are. */
export async function pairsOf(db: Db, courseId: string, most: number) {
  const rows = await db.execute<RawPair>(sql`
    select s.lesson_id, s.rules->'rubric' as rubric,
      jsonb_build_array(a.grader_id, b.grader_id) as graders, jsonb_build_array(a.scores, b.scores) as scores,
      coalesce((select l->>'title' from jsonb_array_elements(d.manifest->'modules') m,
        jsonb_array_elements(m->'lessons') l where l->>'id' = s.lesson_id limit 1), s.lesson_id) as title
    from submissions s join enrollments e on e.id = s.enrollment_id join editions d on d.id = s.edition_id
    join readings a on a.submission_id = s.id and a.place = 1 and a.finished_at is not null
    join readings b on b.submission_id = s.id and b.place = 2 and b.finished_at is not null
    where e.course_id = ${courseId} and s.moderated
    order by s.back_at desc, s.id limit ${most}`);
  return rows.map(({ lesson_id, ...row }) => ({ ...row, lessonId: lesson_id }));
}

/** The names of people. */
export async function peopleNamed(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
