import type { LessonTallyRow, StopRow } from '@/db/queries/figures';
import { cellsOf, type LessonFigures, shownStops } from '@/rules/learning/lesson-figures';
import type { Shown } from '@/rules/tables/small-groups';

type Block = { id: string; label: string };

/** Where learners stopped. `label` is null for parts that are no longer in the lesson. */
export type Stops =
  | { rows: { id: string; label: string | null; learners: Shown }[] }
  /** Why nothing is shown: a group in it is too small, or one edition beside the others would tell. */
  | { rows: null; why: 'small' | 'edition' };

/** After which blocks those stopped who did not complete a lesson. */
export function stopsOfLesson(
  blocks: readonly Block[],
  figures: LessonFigures,
  tallies: readonly LessonTallyRow[],
  stops: readonly StopRow[],
  chosen: string | null,
): Stops {
  const places = [...blocks.map(({ id }) => id), null];
  const cells = (editionId: string, completed: number) => [
    completed,
    ...places.map(
      (place) => stops.find((row) => row.editionId === editionId && row.blockId === place)?.learners ?? 0,
    ),
  ];
  const editions = new Map(
    tallies.flatMap(({ editionId, completed }) =>
      editionId === null ? [] : [[editionId, cells(editionId, completed)] as const],
    ),
  );
  const found = cellsOf(editions, chosen);
  if (!found) return { rows: null, why: 'edition' };
  const [, ...counts] = found.cells;
  const shown = shownStops(figures, counts);
  if (!shown) return { rows: null, why: 'small' };
  return {
    rows: shown.flatMap((learners, index) => {
      const block = blocks[index];
      return learners === 0 ? [] : [{ id: block?.id ?? '', label: block?.label ?? null, learners }];
    }),
  };
}
