import * as z from 'zod';
import { lockLearner } from '@/db/queries/attempts';
import { setGraded } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { openCriteria } from '@/rules/work/rubric';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { commentInput, inGrading, scoresInput, submissionInput } from './in-queue';
import { placeInWork } from './place';
import { recordWork } from './record-work';
import { settleWork } from './settle-work';

/**
 * Ends the grading of a version: its grade comes about by the rules, and its learner sees it at once, or once it is
 * released.
 */
export const finishGrading = operation({
  name: 'finish-grading',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...submissionInput, scores: scoresInput, comment: commentInput }),
  subject: inGrading,
  allow: canGrade,
  async run({ db, actor, input, subject: { slug, submission } }): Promise<{ released: boolean }> {
    const { id, enrollmentId, lessonId, userId, rules } = submission;
    const missing = openCriteria(rules.rubric, input.scores);
    if (missing.length > 0)
      throw new InvalidInput(
        Object.fromEntries(
          missing.map(({ id: of, title }) => [`level-${of}`, `Choose a level of “${title}”.`]),
        ),
      );
    const known = new Set(rules.rubric.map((criterion) => criterion.id));
    const scores = Object.fromEntries(Object.entries(input.scores).filter(([of]) => known.has(of)));
    // The learner first, as everything that writes into their ledger does.
    await lockLearner(db, slug, userId);
    const released = rules.release !== 'by-hand';
    const holds = { submissionId: id, graderId: actor.userId };
    if (!(await setGraded(db, { ...holds, scores, comment: input.comment.trim(), released })))
      throw new Refused(submission.gradedAt ? 'work-graded' : 'work-taken');
    await settleWork(db, { enrollmentId, lessonId }, { action: 'marked', actorId: actor.userId });
    const place = released ? await placeInWork(db, { course: slug, lesson: lessonId }, { userId }) : null;
    if (place?.rules.pass !== undefined) await recordWork(db, place);
    return { released };
  },
  audit: ({ input, subject }) => ({
    object: `enrollment:${subject.submission.enrollmentId}`,
    detail: { course: input.course, submission: input.submission },
  }),
});
