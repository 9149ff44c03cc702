import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { formatDeadline } from '@/rules/time/deadline';
import { countWords, paragraphsOf } from '@/rules/work/text';
import { promiseInWords } from '@/rules/work/work-words';
import { type OutputOf, operation } from '@/server/operation';
import { inGrading, learnerShown, submissionInput } from './in-queue';

/** A version as its grader reads it: its text, its rubric, and what they have chosen and written so far. */
export const getGrading = operation({
  name: 'get-grading',
  kind: 'read',
  by: 'person',
  input: z.strictObject(submissionInput),
  subject: inGrading,
  allow: canGrade,
  async run({ actor, subject: { slug, submission }, now }) {
    const { id, rules, text, number, lessonId, title, handedInAt, handedInBy, backAt, zone } = submission;
    const { gradedAt, releasedAt, graderId, claimed, grader, scores, comment } = submission;
    const graded = gradedAt !== null;
    const mine = graderId === actor.userId && !graded;
    const shown = graded || mine;
    return {
      slug,
      id,
      lessonId,
      title: title ?? lessonId,
      number,
      /** Null while it is graded without a name. */
      learner: learnerShown({ anonymous: rules.anonymous, graded, learner: submission.learner }),
      rubric: rules.rubric,
      lengths: rules.words,
      paragraphs: paragraphsOf(text),
      words: countWords(text),
      handedInAt,
      byClock: handedInBy === 'clock',
      back: backAt ? formatDeadline(backAt, zone) : '',
      promise: backAt ? promiseInWords(backAt, now) : { overdue: false, words: '' },
      /** Who grades: oneself, another while they hold it, nobody, or it is done. */
      state: graded ? 'graded' : mine ? 'mine' : claimed ? 'held' : 'free',
      grader: graded || claimed ? grader : null,
      released: releasedAt !== null,
      // What another has so far is theirs.
      scores: shown ? (scores ?? {}) : {},
      comment: shown ? (comment ?? '') : '',
    } as const;
  },
});

export type GradingScreen = OutputOf<typeof getGrading>;
