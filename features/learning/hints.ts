import type { Db } from '@/db/client';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { type HintsOf, hintsTaken, recordHint } from '@/db/queries/hints';
import { type HintLadder, hintAsked } from '@/rules/assessment/hints';
import type { CompiledLesson } from '@/rules/editions/edition';
import { InvalidInput } from '@/server/operation';

/** Whose hints, with the edition whose words they are. */
type LaddersOf = HintsOf & { editionId: string };

/** What the hints of a question cost: those of check questions nothing, because these have no points. */
const costsOf = (written: readonly number[], { attemptId }: HintsOf): number[] =>
  attemptId === null ? written.map(() => 0) : [...written];

/**
 * The hints of a lesson's questions by question, as far as they may be seen: of those that were not taken the cost
 * alone. Where no question has any, nothing is asked of the database.
 */
export async function laddersOf(
  db: Db,
  of: LaddersOf,
  { blocks }: Pick<CompiledLesson, 'blocks'>,
): Promise<Record<string, HintLadder>> {
  const written = blocks.flatMap(({ id, question }) =>
    question?.hints ? [{ id, costs: question.hints }] : [],
  );
  if (written.length === 0) return {};
  const rows = await hintsTaken(db, of);
  const keys = rows.length > 0 ? await lessonAnswerKeys(db, of.editionId, of.lessonId) : null;
  return Object.fromEntries(
    written.map(({ id, costs }) => {
      const taken = rows.filter(({ blockId }) => blockId === id).length;
      return [id, { costs: costsOf(costs, of), taken: (keys?.[id]?.hints ?? []).slice(0, taken) }];
    }),
  );
}

/**
 * Gives a hint to whoever asks for it, and writes down that it was taken; one that was taken before is only given.
 * @returns those of its question that are taken now, from the first.
 */
export async function giveHint(
  db: Db,
  of: LaddersOf,
  { blockId, number }: { blockId: string; number: number },
  lesson: Pick<CompiledLesson, 'blocks'> | null,
): Promise<{ taken: string[] }> {
  const written = lesson?.blocks.find(({ id }) => id === blockId)?.question?.hints ?? [];
  const before = (await hintsTaken(db, of)).filter((row) => row.blockId === blockId).length;
  const asked = hintAsked(number, before, written.length);
  if (asked === 'none')
    throw new InvalidInput({ hint: 'There is no such hint to be taken now. Reload the page.' });
  const cost = costsOf(written, of)[number - 1] ?? 0;
  if (asked === 'next') await recordHint(db, { ...of, blockId, number, cost });
  const keys = await lessonAnswerKeys(db, of.editionId, of.lessonId);
  return { taken: (keys?.[blockId]?.hints ?? []).slice(0, Math.max(before, number)) };
}
