import * as z from 'zod';
import type { Db } from '@/db/client';
import { lockLearner } from '@/db/queries/attempts';
import { finishReading } from '@/db/queries/readings';
import { type SubmissionInCourse, setGraded, submissionInCourse } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { openCriteria, type Scores } from '@/rules/work/rubric';
import type { WorkRules } from '@/rules/work/work';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { afterGraded } from './after-grading';
import { commentInput, inGrading, scoresInput, submissionInput } from './in-queue';
import { isByTwo, settleTwo } from './two-graders';

/** The levels of a rubric's own criteria; where one has none, it is said at that one. */
function wholeScores({ rubric }: WorkRules, given: Scores): Scores {
  const missing = openCriteria(rubric, given);
  if (missing.length > 0)
    throw new InvalidInput(
      Object.fromEntries(
        missing.map(({ id: of, title }) => [`level-${of}`, `Choose a level of “${title}”.`]),
      ),
    );
  const known = new Set(rubric.map((criterion) => criterion.id));
  return Object.fromEntries(Object.entries(given).filter(([of]) => known.has(of)));
}

type Given = { submissionId: string; graderId: string; scores: Scores; comment: string; released: boolean };

/** Writes down what was given. @returns whether it is the grade, one of two that waits for the other, or apart from it. */
async function write(
  db: Db,
  of: { courseId: string; submission: SubmissionInCourse; now: Date },
  { released, ...given }: Given,
): Promise<'graded' | 'open' | 'apart'> {
  const { submission } = of;
  const two = isByTwo(submission);
  if (!(two ? await finishReading(db, given) : await setGraded(db, { ...given, released })))
    throw new Refused(submission.gradedAt ? 'work-graded' : 'work-taken');
  const stands = two ? await settleTwo(db, of, released) : 'first';
  return stands === 'first' ? 'graded' : stands;
}

/**
 * Ends the grading of a version: its grade comes about by the rules, and its learner sees it at once, or once it is
 * released. Of a version that two grade it is one of both, and the grade comes about when the other is there.
 */
export const finishGrading = operation({
  name: 'finish-grading',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...submissionInput, scores: scoresInput, comment: commentInput }),
  subject: inGrading,
  allow: canGrade,
  async run({ db, actor, input, subject: { id: courseId, slug, submission: before }, now }) {
    const scores = wholeScores(before.rules, input.scores);
    // The learner first, as everything that writes into their ledger does; what is judged is read after that.
    await lockLearner(db, slug, before.userId);
    const submission = (await submissionInCourse(db, courseId, before.id)) ?? before;
    const released = submission.rules.release !== 'by-hand';
    const given = { submissionId: submission.id, graderId: actor.userId, scores, released };
    const stands = await write(
      db,
      { courseId, submission, now },
      { ...given, comment: input.comment.trim() },
    );
    if (stands === 'graded') await afterGraded(db, slug, submission, { actorId: actor.userId, released });
    return { stands, released: stands === 'graded' && released };
  },
  audit: ({ input, subject }) => ({
    object: `enrollment:${subject.submission.enrollmentId}`,
    detail: { course: input.course, submission: input.submission },
  }),
});
