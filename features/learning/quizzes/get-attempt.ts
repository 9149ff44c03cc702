import * as z from 'zod';
import type { Db } from '@/db/client';
import { type AttemptRow, answersOf } from '@/db/queries/attempts';
import { compiledLesson, lessonAnswerKeys } from '@/db/queries/editions';
import { correctionsOf } from '@/db/queries/grading';
import { type QuestionView, questionView } from '@/kinds/lesson-view';
import type { Verdict } from '@/kinds/questions/kind';
import { verdictOn } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { wholePoint } from '@/rules/assessment/corrections';
import { isPassed, percentOf, reviewOf } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';
import { type OutputOf, operation } from '@/server/operation';
import { givenIn, markerFor } from '../grading/marks';
import { outcomeOf } from '../grading/outcome';
import { type AttemptPlace, attemptInput, closingTime, placeInAttempt } from './place';
import { blockOf, questionsOf } from './questions';
import { type QuizStanding, quizStanding } from './standing';

type Kept = { answer: Answer; revision: number; savedAt: string };

/** A question of an attempt under way, with what is kept of its answer. */
export type AskedQuestion = { block: QuestionView; kept: Kept | null };

/** A question of an attempt that was handed in, as far as it may be seen. */
export type ReviewedQuestion = {
  block: QuestionView;
  /** Null where nothing was answered. */
  answer: Answer | null;
  /** From 0 to 1; null where the question does not count any more. */
  score: number | null;
  /** What is said of the answer, and a right one; null where only marks are shown. */
  verdict: Verdict | null;
  right: { answer: Answer; verdict: Verdict } | null;
};

async function asked(db: Db, attempt: AttemptRow): Promise<AskedQuestion[]> {
  const lesson = await compiledLesson(db, attempt.editionId, attempt.lessonId);
  const kept = await answersOf(db, attempt.id);
  return attempt.questions.flatMap((id) => {
    const compiled = lesson && blockOf(lesson, id);
    const block = compiled && questionView(compiled);
    const row = kept.get(id);
    if (!block) return [];
    const { answer, revision, savedAt } = row ?? {};
    return [
      {
        block,
        kept: answer && revision && savedAt ? { answer, revision, savedAt: savedAt.toISOString() } : null,
      },
    ];
  });
}

/** What each question of an attempt earned, with the corrections that hold; null for one that does not count. */
async function earnedIn(db: Db, { attempt, courseId }: AttemptPlace): Promise<Map<string, number | null>> {
  const marker = await markerFor(db, attempt, await correctionsOf(db, courseId, attempt.lessonId));
  const given = await givenIn(db, attempt.id);
  const { marks } = marker.corrected(attempt.questions, given) ?? marker.raw(attempt.questions, given);
  return new Map(marks.map(({ blockId, earned }) => [blockId, earned]));
}

/** What may be seen of an attempt that was handed in. */
async function reviewed(db: Db, place: AttemptPlace, { attempts, open }: QuizStanding) {
  const { attempt, rules, now } = place;
  const closesAt = closingTime(rules, place);
  const seen = reviewOf(rules, {
    taken: attempts.length,
    underWay: open !== null,
    passed: attempts.some(({ passed }) => passed),
    closed: closesAt !== null && now >= closesAt,
  });
  if (seen === 'score') return { seen, questions: [] };
  const keys = (await lessonAnswerKeys(db, attempt.editionId, attempt.lessonId)) ?? {};
  const earned = await earnedIn(db, place);
  const questions = (await asked(db, attempt)).map(({ block, kept }): ReviewedQuestion => {
    const key = keys[block.id];
    const verdict = key && kept ? verdictOn(key, kept.answer) : null;
    const right = key ? verdictOn(key, key.correct) : null;
    const points = earned.get(block.id);
    const score = points === null ? null : (points ?? 0) / wholePoint;
    if (seen === 'marks' || !key)
      return { block, answer: kept?.answer ?? null, score, verdict: null, right: null };
    return {
      block,
      answer: kept?.answer ?? null,
      score,
      verdict,
      // Where a correction gave everything, the key speaks of what was thought right before.
      right: verdict?.correct || score === 1 || !right ? null : { answer: key.correct, verdict: right },
    };
  });
  return { seen, questions };
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
      running: attempt.submittedAt === null ? { questions: await asked(db, attempt) } : null,
      /** Handed in, and its result is not released yet: nothing of it is shown. */
      waiting:
        attempt.submittedAt !== null && attempt.releasedAt === null
          ? { submittedAt: attempt.submittedAt.toISOString(), byClock: attempt.submittedBy === 'clock' }
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
              /** Before being late took something, where it did. */
              late:
                late && result.days > 0 ? { ...late, days: result.days, points: before / wholePoint } : null,
              corrected: attempt.correctedEarned !== null,
              passed,
              ...(await reviewed(db, place, standing)),
            },
    };
  },
});

export type AttemptScreen = OutputOf<typeof getAttempt>;
