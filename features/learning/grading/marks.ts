import type { Db } from '@/db/client';
import { answersOf } from '@/db/queries/attempts';
import { editionById, lessonAnswerKeys } from '@/db/queries/editions';
import { handMarksOf } from '@/db/queries/hand-marks';
import { hintsTaken } from '@/db/queries/hints';
import { byHandOn, verdictOn } from '@/kinds/questions/verdict';
import {
  type CorrectionOf,
  correctedMark,
  decidingCorrection,
  holdsFor,
  type QuestionMark,
  sumOf,
  wholePoint,
} from '@/rules/assessment/corrections';
import { hintsCost } from '@/rules/assessment/hints';
import { grouped } from '@/rules/grouped';
import type { Answer } from '@/rules/learning/evidence';

/**
 * What was given to the questions of an attempt: answers, what the hints cost that were taken, in percent, and what
 * persons marked, in millionths.
 */
export type Given = {
  answers: ReadonlyMap<string, Answer>;
  hints: ReadonlyMap<string, number>;
  hand: ReadonlyMap<string, number>;
};

type Marked = {
  /** By question: what it earned, null where it does not count. */
  marks: QuestionMark[];
  earned: number;
  possible: number;
};

/** Marks with the keys of an edition, which are loaded once. */
export type Marker = {
  /** As it was asked, without corrections. */
  raw: (questions: readonly string[], given: Given) => Marked;
  /** With the corrections that touch the attempt; null where none does. */
  corrected: (questions: readonly string[], given: Given) => Marked | null;
  /** The questions that wait for a person: no correction decides them, and nobody marked them. */
  waits: (questions: readonly string[], given: Given) => string[];
};

/** Loads what marks the attempts of one edition at a quiz. */
export async function markerFor(
  db: Db,
  { editionId, lessonId }: { editionId: string; lessonId: string },
  corrections: readonly CorrectionOf[],
): Promise<Marker> {
  const number = (await editionById(db, editionId))?.number ?? 0;
  const own = (await lessonAnswerKeys(db, editionId, lessonId)) ?? {};
  const later = new Map<string, typeof own>();
  for (const { correction } of corrections)
    if (correction.do === 'mark-as')
      later.set(correction.editionId, (await lessonAnswerKeys(db, correction.editionId, lessonId)) ?? {});
  const touching = corrections.filter((one) => holdsFor(one, number));

  // Many give the same answer: each is marked once.
  const known = new Map<string, number | null>();
  const scoreOf = (editionId: string | null, blockId: string, answer: Answer): number | null => {
    const name = `${editionId} ${blockId} ${JSON.stringify(answer)}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const key = (editionId === null ? own : (later.get(editionId) ?? {}))[blockId];
    const score = key ? (verdictOn(key, answer)?.score ?? null) : null;
    known.set(name, score);
    return score;
  };

  const mark = (questions: readonly string[], given: Given, by: readonly CorrectionOf[]): Marked => {
    const marks = questions.map((blockId) => {
      const answer = given.answers.get(blockId) ?? null;
      const hints = given.hints.get(blockId) ?? 0;
      const byHand = given.hand.get(blockId);
      const score = (editionId: string | null) => {
        if (editionId === null && byHand !== undefined) return byHand / wholePoint;
        return answer && scoreOf(editionId, blockId, answer);
      };
      return correctedMark({ blockId, answer, hints, score }, by, number);
    });
    return { marks, ...sumOf(marks) };
  };
  return {
    raw: (questions, given) => mark(questions, given, []),
    corrected: (questions, given) =>
      touching.some(({ blockId }) => questions.includes(blockId)) ? mark(questions, given, touching) : null,
    waits: (questions, { answers, hand }) =>
      questions.filter((blockId) => {
        const [key, answer] = [own[blockId], answers.get(blockId)];
        if (!key || !answer || hand.has(blockId) || byHandOn(key, answer) === null) return false;
        const mine = touching.filter((one) => one.blockId === blockId);
        const does = decidingCorrection(
          answer,
          mine.map(({ correction }) => correction),
        );
        return does === null || does.do === 'mark-as';
      }),
  };
}

/** What was given in an attempt, with how many hints were taken. */
export async function givenIn(
  db: Db,
  attempt: { id: string; enrollmentId: string; lessonId: string },
): Promise<Given & { hintCount: number }> {
  const rows = await answersOf(db, attempt.id);
  const marks = await handMarksOf(db, attempt.id);
  const taken = await hintsTaken(db, { ...attempt, attemptId: attempt.id });
  const costs = [...grouped(taken, ({ blockId }) => blockId)].map(
    ([blockId, hints]) => [blockId, hintsCost(hints.map(({ cost }) => cost))] as const,
  );
  return {
    answers: new Map([...rows].map(([blockId, { answer }]) => [blockId, answer])),
    hints: new Map(costs),
    hand: new Map(
      [...marks].flatMap(([blockId, { earned }]) => (earned === null ? [] : [[blockId, earned] as const])),
    ),
    hintCount: taken.length,
  };
}

/** What hints took from what was marked, in millionths. */
export const tookOf = ({ marks }: Pick<Marked, 'marks'>): number =>
  marks.reduce((sum, mark) => sum + (mark.marked ?? 0) - (mark.earned ?? 0), 0);
