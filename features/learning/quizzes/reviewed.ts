import type { Db } from '@/db/client';
import { type AttemptRow, answersOf } from '@/db/queries/attempts';
import { compiledLesson, editionById, lessonAnswerKeys } from '@/db/queries/editions';
import { correctionsOf } from '@/db/queries/grading';
import { handMarksOf } from '@/db/queries/hand-marks';
import { type QuestionView, questionView } from '@/kinds/lesson-view';
import type { Verdict } from '@/kinds/questions/kind';
import { byHandOn, verdictOn } from '@/kinds/questions/verdict';
import type { Confidence } from '@/rules/assessment/confidence';
import {
  type Correction,
  decidingCorrection,
  holdsFor,
  type QuestionMark,
  wholePoint,
} from '@/rules/assessment/corrections';
import { optionsInOrder } from '@/rules/assessment/draw';
import type { HintLadder } from '@/rules/assessment/hints';
import type { Answer } from '@/rules/learning/evidence';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { givenIn, markerFor } from '../grading/marks';
import { laddersOf } from '../hints';
import { blockOf } from './questions';

type Kept = { answer: Answer; confidence: Confidence | null; revision: number; savedAt: string };

/** A question of an attempt under way, with what is kept of its answer. */
export type AskedQuestion = { block: QuestionView; kept: Kept | null; hints: HintLadder | null };

/** A question of an attempt that was handed in, as far as it may be seen. */
export type ReviewedQuestion = {
  block: QuestionView;
  /** Null where nothing was answered. */
  answer: Answer | null;
  /** From 0 to 1; null where the question does not count any more, or waits for a grader. */
  score: number | null;
  /** The same once hints have cost what they cost: what counts. */
  earned: number | null;
  /** The hints that were taken, and what they cost together in percent; null where none was. */
  hints: { taken: string[]; cost: number } | null;
  /** How sure its giver was; null where they did not say. */
  confidence: Confidence | null;
  waits: boolean;
  /** How a person marked it, and the model answer; null where only marks are shown, or its key marks it. */
  byHand: { rubric: Criterion[]; scores: Scores; comment: string; model: string | null } | null;
  /** What is said of the answer, and a right one; null where only marks are shown. */
  verdict: Verdict | null;
  right: { answer: Answer; verdict: Verdict } | null;
  /**
   * Where a correction changed what it earned: from which score, and by what. The reason may name a right answer,
   * so it is empty where only marks are shown.
   */
  corrected: { from: number; does: Correction['do']; reason: string } | null;
};

/** A question with its options in the order of this attempt. Forms that show an order of their own keep it. */
function shownIn({ rules, seed }: AttemptRow, block: QuestionView | null): QuestionView | null {
  const chosen = block?.answerForm === 'one' || block?.answerForm === 'many';
  if (!block || !chosen || !rules.shuffle) return block;
  return { ...block, options: optionsInOrder(block.options, block.id, seed) };
}

/** The questions of an attempt, with what is kept of their answers. */
export async function askedIn(db: Db, attempt: AttemptRow): Promise<AskedQuestion[]> {
  const lesson = await compiledLesson(db, attempt.editionId, attempt.lessonId);
  const kept = await answersOf(db, attempt.id);
  const off = lesson === null || attempt.rules.hints === 'off';
  const ladders = off ? {} : await laddersOf(db, { ...attempt, attemptId: attempt.id }, lesson);
  return attempt.questions.flatMap((id) => {
    const compiled = lesson && blockOf(lesson, id);
    const block = compiled && shownIn(attempt, questionView(compiled));
    const row = kept.get(id);
    if (!block) return [];
    const { answer, confidence = null, revision, savedAt } = row ?? {};
    return [
      {
        block,
        kept:
          answer && revision && savedAt
            ? { answer, confidence, revision, savedAt: savedAt.toISOString() }
            : null,
        hints: ladders[id] ?? null,
      },
    ];
  });
}

const shares = (marks: readonly QuestionMark[]) => {
  const share = (points: number | null) => (points === null ? null : points / wholePoint);
  return new Map(
    marks.map(({ blockId, marked, earned }) => [blockId, { marked: share(marked), earned: share(earned) }]),
  );
};

/**
 * The questions of an attempt that was handed in: what was answered and what it earned, with the corrections that
 * hold, and what changed by them.
 * @param seen whether what was said of each answer and a right one may be seen too
 */
export async function reviewedQuestions(
  db: Db,
  { attempt, courseId }: { attempt: AttemptRow; courseId: string },
  seen: 'answers' | 'marks',
): Promise<ReviewedQuestion[]> {
  const keys = (await lessonAnswerKeys(db, attempt.editionId, attempt.lessonId)) ?? {};
  const corrections = await correctionsOf(db, courseId, attempt.lessonId);
  const edition = (await editionById(db, attempt.editionId))?.number ?? 0;
  const marker = await markerFor(db, attempt, corrections);
  const asked = await askedIn(db, attempt);
  const given = await givenIn(db, attempt);
  const handMarks = await handMarksOf(db, attempt.id);
  const raw = shares(marker.raw(attempt.questions, given).marks);
  const now = shares(marker.corrected(attempt.questions, given)?.marks ?? []);
  const waiting = new Set(marker.waits(attempt.questions, given));
  return asked.map(({ block, kept, hints }): ReviewedQuestion => {
    const key = keys[block.id];
    const before = raw.get(block.id) ?? { marked: 0, earned: 0 };
    const waits = waiting.has(block.id);
    const { marked: score, earned } = waits ? { marked: null, earned: null } : (now.get(block.id) ?? before);
    const answer = kept?.answer ?? null;
    const mine = corrections.filter((one) => one.blockId === block.id && holdsFor(one, edition));
    const does = decidingCorrection(
      answer,
      mine.map(({ correction }) => correction),
    );
    const verdict = key && kept ? verdictOn(key, kept.answer) : null;
    const right = key ? verdictOn(key, key.correct) : null;
    const all = seen === 'answers' && key !== undefined;
    const judged = key && answer ? byHandOn(key, answer) : null;
    const mark = handMarks.get(block.id);
    return {
      block,
      answer,
      score,
      earned,
      hints:
        hints && hints.taken.length > 0 ? { taken: hints.taken, cost: given.hints.get(block.id) ?? 0 } : null,
      confidence: kept?.confidence ?? null,
      waits,
      byHand:
        all && judged
          ? {
              rubric: judged.rubric,
              scores: mark?.scores ?? {},
              comment: mark?.comment ?? '',
              model: judged.model,
            }
          : null,
      // What the key says of an answer that counts as right since is what was wrong with the key.
      verdict: all && !(does !== null && score === 1 && before.marked !== 1) ? verdict : null,
      // Where a correction gave everything, the key speaks of what was thought right before.
      right:
        !all || verdict?.correct || score === 1 || !right ? null : { answer: key.correct, verdict: right },
      corrected:
        does === null || score === before.marked || waits
          ? null
          : {
              from: before.earned ?? 0,
              does: does.do,
              reason: all ? (mine.find(({ correction }) => correction === does)?.reason ?? '') : '',
            },
    };
  });
}
