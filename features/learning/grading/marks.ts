import type { Db } from '@/db/client';
import { answersOf } from '@/db/queries/attempts';
import { editionById, lessonAnswerKeys } from '@/db/queries/editions';
import { hintsTaken } from '@/db/queries/hints';
import { verdictOn } from '@/kinds/questions/verdict';
import {
  type CorrectionOf,
  correctedMark,
  holdsFor,
  type QuestionMark,
  sumOf,
} from '@/rules/assessment/corrections';
import { hintsCost } from '@/rules/assessment/hints';
import { grouped } from '@/rules/grouped';
import type { Answer } from '@/rules/learning/evidence';

/** What was given to the questions of an attempt: answers, and what the hints cost that were taken, in percent. */
export type Given = { answers: ReadonlyMap<string, Answer>; hints: ReadonlyMap<string, number> };

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
      const score = (editionId: string | null) => answer && scoreOf(editionId, blockId, answer);
      return correctedMark({ blockId, answer, hints, score }, by, number);
    });
    return { marks, ...sumOf(marks) };
  };
  return {
    raw: (questions, given) => mark(questions, given, []),
    corrected: (questions, given) =>
      touching.some(({ blockId }) => questions.includes(blockId)) ? mark(questions, given, touching) : null,
  };
}

/** What was given in an attempt, with how many hints were taken. */
export async function givenIn(
  db: Db,
  attempt: { id: string; enrollmentId: string; lessonId: string },
): Promise<Given & { hintCount: number }> {
  const rows = await answersOf(db, attempt.id);
  const taken = await hintsTaken(db, { ...attempt, attemptId: attempt.id });
  const costs = [...grouped(taken, ({ blockId }) => blockId)].map(
    ([blockId, hints]) => [blockId, hintsCost(hints.map(({ cost }) => cost))] as const,
  );
  return {
    answers: new Map([...rows].map(([blockId, { answer }]) => [blockId, answer])),
    hints: new Map(costs),
    hintCount: taken.length,
  };
}
