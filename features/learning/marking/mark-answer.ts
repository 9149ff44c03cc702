import * as z from 'zod';
import { attemptOwner, lockLearner } from '@/db/queries/attempts';
import { takeQuizTurn } from '@/db/queries/corrections';
import { setHandMark, waitingAnswers } from '@/db/queries/hand-marks';
import { canGrade } from '@/rules/access';
import { wholeShare } from '@/rules/grading/grades';
import { openCriteria, rubricMark } from '@/rules/work/rubric';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { settleAttempt } from '../grading/settle-attempt';
import { placeInAttempt } from '../quizzes/place';
import { recordResult } from '../quizzes/record-result';
import { commentInput, scoresInput } from '../work/in-queue';
import { inMarking, markInput } from './in-marking';

/**
 * Marks an answer by its rubric, or marks it anew. With the last answer of an attempt its result and its grade come
 * about. Of two graders at once the later is told, and nothing is written over that they have not seen.
 */
export const markAnswer = operation({
  name: 'mark-answer',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...markInput,
    version: z.coerce.number().int().min(1).max(1_000_000),
    scores: scoresInput,
    comment: commentInput,
  }),
  subject: inMarking,
  allow: canGrade,
  async run({ db, actor, input, subject: { id: courseId, slug, lesson, mark, judged } }) {
    const missing = openCriteria(judged.rubric, input.scores);
    if (missing.length > 0)
      throw new InvalidInput(
        Object.fromEntries(
          missing.map(({ id: of, title }) => [`level-${of}`, `Choose a level of “${title}”.`]),
        ),
      );
    // The learner, then a turn with the corrections of the quiz, as whoever hands in does.
    await lockLearner(db, slug, mark.userId);
    await takeQuizTurn(db, slug, lesson, 'shared');
    const scores = Object.fromEntries(judged.rubric.map(({ id: of }) => [of, input.scores[of] ?? 0]));
    const { earned, possible } = rubricMark(judged.rubric, scores);
    const written = await setHandMark(db, {
      id: mark.id,
      version: input.version,
      scores,
      comment: input.comment.trim(),
      earned: Math.round((earned * wholeShare) / possible),
      markedBy: actor.userId,
    });
    if (!written) throw new Refused('mark-changed');
    const deed = { action: 'marked', actorId: actor.userId } as const;
    const attempt = await settleAttempt(db, { attemptId: mark.attemptId, courseId }, deed);
    const owner = attempt.releasedAt === null ? null : await attemptOwner(db, mark.attemptId);
    const place = owner && (await placeInAttempt(db, owner, owner));
    if (place) await recordResult(db, place, attempt);
    const [next] = await waitingAnswers(db, { courseId, lessonId: lesson }, actor.userId, 1);
    return { next: next?.id ?? null, toMark: attempt.toMark };
  },
  audit: ({ input, subject }) => ({
    object: `enrollment:${subject.mark.enrollmentId}`,
    detail: { course: input.course, lesson: input.lesson, mark: input.mark, scores: input.scores },
  }),
});
