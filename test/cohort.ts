import type { Database } from '@/db/client';
import { evidence, lessonProgress } from '@/db/schema';
import { makeEnrollment, makeStaff, makeUser } from './factories';

type Course = { courseId: string; editionId: string };
type Step = {
  block: string;
  /** Seconds since the start. */
  at?: number;
  answer?: string;
  lesson?: string;
  edition?: string;
};

export const start = Date.UTC(2026, 0, 5, 9);
export const view = (block: string, at = 0): Step => ({ block, at });
export const answer = (option: string, at = 0): Step => ({ block: 'q-1', answer: option, at });

/** Appends to the ledger of an enrollment; `done` names the lessons that are complete by it. */
export async function learn(
  db: Database,
  course: Course,
  enrollmentId: string,
  steps: Step[],
  done: string[] = [],
) {
  for (const [index, { block, at = 0, answer: given, lesson = 'one', edition }] of steps.entries()) {
    await db.insert(evidence).values({
      enrollmentId,
      editionId: edition ?? course.editionId,
      lessonId: lesson,
      blockId: block,
      kind: given ? 'answered' : 'viewed',
      correct: given ? given === 'b' : null,
      payload: given ? { answer: [given] } : null,
      idempotencyKey: `${lesson}:${block}:${index}`,
      at: new Date(start + at * 1000),
    });
  }
  for (const lessonId of done) {
    await db
      .insert(lessonProgress)
      .values({ enrollmentId, lessonId, percent: 100, completedAt: new Date(start) });
  }
}

/** So many learners who all did the same. */
export async function many(db: Database, course: Course, count: number, steps: Step[], done: string[] = []) {
  for (let n = 0; n < count; n += 1) {
    await learn(db, course, await makeEnrollment(db, await makeUser(db), course), steps, done);
  }
}

/** An instructor of the course. */
export async function teacherOf(db: Database, course: Course) {
  const actor = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, actor, course.courseId);
  return actor;
}
