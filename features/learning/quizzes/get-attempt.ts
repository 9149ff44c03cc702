import * as z from 'zod';
import type { Db } from '@/db/client';
import { compiledLesson } from '@/db/queries/editions';
import { placeInMarking } from '@/db/queries/hand-marks';
import { isSelfEnrolled } from '@/rules/access';
import { calibrationOf } from '@/rules/assessment/confidence';
import { wholePoint } from '@/rules/assessment/corrections';
import { isPassed, percentOf, releasedAtOnce } from '@/rules/assessment/quiz';
import { exactPoints } from '@/rules/grading/percent';
import { formatDeadline } from '@/rules/time/deadline';
import { type OutputOf, operation } from '@/server/operation';
import { outcomeOf } from '../grading/outcome';
import { seenOf } from './answers-shown';
import { type AttemptPlace, attemptInput, placeInAttempt } from './place';
import { questionsOf } from './questions';
import { askedIn, reviewedQuestions } from './reviewed';
import { type QuizStanding, quizStanding } from './standing';

/** What may be seen of an attempt that was handed in. */
async function reviewed(db: Db, place: AttemptPlace, standing: QuizStanding) {
  const seen = seenOf(place, standing);
  const questions = seen === 'score' ? [] : await reviewedQuestions(db, place, seen);
  const said = questions.map(({ confidence, score }) => ({ confidence, right: score === 1 }));
  return { seen, questions, calibration: calibrationOf(said) };
}

/** Until when it is marked, in words with the zone, and its place in the queue; null where nothing is promised or waits. */
async function promised(db: Db, { attempt, edition }: AttemptPlace) {
  if (attempt.toMark === 0 || attempt.backAt === null) return null;
  const back = formatDeadline(attempt.backAt, edition.manifest.zone ?? 'UTC');
  return { back, place: await placeInMarking(db, attempt.id) };
}

/** One of one's own attempts: under way with its questions and what is kept, or handed in with its result. */
export const getAttempt = operation({
  name: 'get-attempt',
  kind: 'read',
  by: 'person',
  input: z.strictObject(attemptInput),
  subject: placeInAttempt,
  allow: isSelfEnrolled,
  async run({ db, subject: place }) {
    const { attempt, outline, now } = place;
    const result = outcomeOf(attempt, place.edition.manifest.zone ?? 'UTC');
    const passed = isPassed(attempt.rules, result);
    const { late } = attempt.rules;
    const before = attempt.correctedEarned ?? attempt.earned ?? 0;
    const lesson = await compiledLesson(db, place.current ? place.editionId : attempt.editionId, outline.id);
    const standing = await quizStanding(db, {
      ...place,
      questionCount: lesson ? questionsOf(lesson).length : 0,
    });
    // What the learner's edition does not have any more is not begun again.
    if (!place.current) standing.refusal ??= 'quiz-closed';
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      lesson: { id: outline.id, title: outline.title },
      number: attempt.number,
      enrollmentId: attempt.enrollmentId,
      rules: attempt.rules,
      startedAt: attempt.startedAt.toISOString(),
      dueAt: attempt.dueAt?.toISOString() ?? null,
      /** The server's clock, by which the time that is left is shown. */
      now: now.toISOString(),
      standing,
      running: attempt.submittedAt === null ? { questions: await askedIn(db, attempt) } : null,
      /** Handed in, and its result is not released yet: nothing of it is shown. */
      waiting:
        attempt.submittedAt !== null && attempt.releasedAt === null
          ? {
              submittedAt: attempt.submittedAt.toISOString(),
              byClock: attempt.submittedBy === 'clock',
              /** How many answers wait for a grader, and whether somebody releases the result afterwards. */
              toMark: attempt.toMark,
              atOnce: releasedAtOnce(attempt.rules),
              promise: await promised(db, place),
            }
          : null,
      result:
        attempt.submittedAt === null || attempt.releasedAt === null
          ? null
          : {
              submittedAt: attempt.submittedAt.toISOString(),
              byClock: attempt.submittedBy === 'clock',
              percent: percentOf(result),
              points: result.earned / wholePoint,
              of: result.possible / wholePoint,
              /** The hints that were taken, and what they took of what was earned; null where none was. */
              hints:
                attempt.hintsTaken === 0
                  ? null
                  : { taken: attempt.hintsTaken, took: exactPoints(attempt.hintsTook) },
              /** Before being late took something, where it did. */
              late:
                late && result.days > 0 ? { ...late, days: result.days, points: before / wholePoint } : null,
              /** Where questions were put right afterwards: what it came to before that. */
              corrected:
                attempt.correctedEarned === null
                  ? null
                  : {
                      points: (attempt.earned ?? 0) / wholePoint,
                      of: (attempt.possible ?? 0) / wholePoint,
                      same:
                        attempt.correctedEarned === attempt.earned &&
                        attempt.correctedPossible === attempt.possible,
                    },
              passed,
              ...(await reviewed(db, place, standing)),
            },
    };
  },
});

export type AttemptScreen = OutputOf<typeof getAttempt>;
