import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { evidence, gradeEvents, grades, submissions } from '@/db/schema';
import { getLesson } from '@/features/learning/get-lesson';
import { claimWork } from '@/features/learning/work/claim-work';
import { finishGrading } from '@/features/learning/work/finish-grading';
import { getGrading } from '@/features/learning/work/get-grading';
import { getMyWork } from '@/features/learning/work/get-my-work';
import { handInWork } from '@/features/learning/work/hand-in-work';
import { saveDraft } from '@/features/learning/work/save-draft';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { makeStudio, progressOf, writtenCourse } from './editions';

/** The file of a lesson `essay` that is written work by these rules (lines of YAML) beside the usual ones. */
export const workFile = (rules: string[], body = 'What to write about.') => `---
id: essay
title: The essay
summary: About the essay.
objectives: [Explain it.]
verified: "2026-01-01"
work:
  words: { least: 3, most: 20 }
  turnaround: 4
  rubric:
    - id: claim
      title: The claim
      levels:
        - { points: 0, says: There is none. }
        - { points: 1, says: It is there. }
        - { points: 2, says: It is clear. }
    - id: evidence
      title: The evidence
      levels:
        - { points: 0, says: None is given. }
        - { points: 2, says: It carries the claim. }
${rules.map((rule) => `  ${rule}\n`).join('')}---

${body}
`;

/** A published course with a lesson `before` (one part, `a`) and written work `essay`, and what is done there. */
export async function makeWork(db: Database, rules: string[] = []) {
  const studio = await makeStudio(db, {});
  const at = { course: studio.slug, lesson: 'essay' };
  const texts = writtenCourse(studio.slug, { before: ['a'] });
  texts.set('modules/1-first/2-essay.md', workFile(rules));
  await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, randomUUID());
  await studio.publish();
  return {
    ...studio,
    at,
    writer: async () => {
      const { actor, enrollmentId } = await studio.learner();
      return { actor, enrollmentId, ...writing(db, at, actor, enrollmentId) };
    },
    /** What a grader does. */
    grading: (actor: Actor) => {
      const course = studio.slug;
      const claim = (submission?: string, handle = db) =>
        perform(claimWork, submission ? { course, submission } : { course }, { db: handle, actor });
      const finish = (submission: string, scores: Record<string, number>, comment = '') =>
        perform(finishGrading, { course, submission, scores, comment }, { db, actor });
      return {
        claim,
        finish,
        get: (submission: string) => perform(getGrading, { course, submission }, { db, actor }),
        /** Takes the next and grades it. */
        grade: async (scores: Record<string, number>, comment = '') => {
          const { submission } = await claim();
          if (!submission) throw new Error('nothing to grade');
          await finish(submission, scores, comment);
          return submission;
        },
      };
    },
  };
}

/** What somebody does at written work, and what is kept of it. */
function writing(db: Database, at: { course: string; lesson: string }, actor: Actor, enrollmentId: string) {
  const page = randomUUID();
  const save = (text: string, base: number, writer = page, number = 1) =>
    perform(saveDraft, { ...at, number, text, base, writer }, { db, actor });
  const handIn = (revision: number, number = 1) =>
    perform(handInWork, { ...at, number, revision }, { db, actor });
  const mine = and(eq(submissions.enrollmentId, enrollmentId), eq(submissions.lessonId, at.lesson));
  return {
    save,
    handIn,
    /** Writes a text and hands it in. */
    submit: async (text = 'Four words of mine.', number = 1) => {
      const { revision } = await save(text, 0, randomUUID(), number);
      await handIn(revision, number);
      const [row] = await db
        .select({ id: submissions.id })
        .from(submissions)
        .where(and(mine, eq(submissions.number, number)));
      return row?.id ?? '';
    },
    lesson: () => perform(getLesson, at, { db, actor }),
    get: (number = 1) => perform(getMyWork, { ...at, number }, { db, actor }),
    rows: () => db.select().from(submissions).where(mine).orderBy(submissions.number),
    change: (values: Partial<typeof submissions.$inferInsert>) =>
      db.update(submissions).set(values).where(mine),
    grade: async () =>
      (await db.select().from(grades).where(eq(grades.enrollmentId, enrollmentId)))[0] ?? null,
    history: () =>
      db
        .select({ action: gradeEvents.action, actorId: gradeEvents.actorId, after: gradeEvents.after })
        .from(gradeEvents)
        .where(eq(gradeEvents.enrollmentId, enrollmentId))
        .orderBy(gradeEvents.id),
    ledger: () =>
      db
        .select({ block: evidence.blockId, correct: evidence.correct })
        .from(evidence)
        .where(and(eq(evidence.enrollmentId, enrollmentId), eq(evidence.lessonId, at.lesson)))
        .orderBy(evidence.id),
    done: async () => (await progressOf(db, enrollmentId))[at.lesson] ?? null,
  };
}
