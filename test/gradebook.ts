import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { courseGrades, courseStaff, gradeEvents, grades } from '@/db/schema';
import { getLearnerGrades } from '@/features/learning/gradebook/get-learner-grades';
import { getOwnGrades } from '@/features/learning/gradebook/get-own-grades';
import { saveGradebook } from '@/features/learning/gradebook/save-gradebook';
import { setGrade } from '@/features/learning/gradebook/set-grade';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { perform } from '@/server/operation';
import { makeUser } from './factories';
import { makeQuiz } from './quizzes';

/** A course with a graded quiz `exam` of a single question, who grades there, and what is done with its grades. */
export async function makeGradebook(db: Database, rules: string[] = ['mode: graded', 'pass: 60']) {
  const quiz = await makeQuiz(db, rules, ['single', 'multiple']);
  const { slug: course, courseId } = quiz;
  const staff = async (role: CourseRole) => {
    const actor = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: actor.userId, role });
    return actor;
  };
  const grader = await staff('grader');
  /** The fields of the settings as they are usually, with some changed. */
  const save = (
    fields: Record<string, string>,
    { version = 0, by = grader }: { version?: number; by?: Actor } = {},
  ) =>
    perform(
      saveGradebook,
      {
        course,
        version,
        fields: { 'category-all-title': 'Everything', 'category-all-weight': '100', ...fields },
      },
      { db, actor: by },
    );
  return {
    ...quiz,
    course,
    staff,
    grader,
    save,
    /** Saves settings after their preview. */
    settle: async (fields: Record<string, string>, version = 0) => {
      const shown = await save(fields, { version });
      if (shown.saved) throw new Error('saved without a preview');
      return save({ ...fields, previewed: shown.previewed }, { version });
    },
    set: (
      enrollment: string,
      percent: string,
      more: { item?: string; version?: number; reason?: string; by?: Actor; handle?: Database } = {},
    ) => {
      const { item = 'exam', version = 0, reason = 'Because.', by = grader, handle = db } = more;
      return perform(
        setGrade,
        { course, enrollment, item, version, percent, reason },
        { db: handle, actor: by },
      );
    },
    seen: (enrollment: string, actor: Actor = grader) =>
      perform(getLearnerGrades, { course, enrollment }, { db, actor }),
    own: (actor: Actor) => perform(getOwnGrades, { course }, { db, actor }),
    total: async (enrollmentId: string) => {
      const [row] = await db.select().from(courseGrades).where(eq(courseGrades.enrollmentId, enrollmentId));
      return row ? { share: row.share, passed: row.passed } : null;
    },
    totals: () =>
      db
        .select({ id: courseGrades.enrollmentId, share: courseGrades.share, passed: courseGrades.passed })
        .from(courseGrades)
        .where(eq(courseGrades.courseId, courseId))
        .orderBy(courseGrades.enrollmentId),
    rows: (enrollmentId: string) => db.select().from(grades).where(eq(grades.enrollmentId, enrollmentId)),
    events: (enrollmentId: string) =>
      db.select().from(gradeEvents).where(eq(gradeEvents.enrollmentId, enrollmentId)).orderBy(gradeEvents.id),
  };
}
