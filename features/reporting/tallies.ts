import type { LessonTallyRow } from '@/db/queries/figures';
import { cellsOf, type LessonFigures, lessonFigures } from '@/rules/learning/lesson-figures';

/** The figures of a lesson in an edition or in all of them; null where an edition cannot be shown alone. */
export function figuresOfLesson(
  rows: readonly LessonTallyRow[],
  chosen: string | null,
): LessonFigures | null {
  const editions = new Map(
    rows.flatMap(({ editionId, completed, open }) =>
      editionId === null ? [] : [[editionId, [completed, open]] as const],
    ),
  );
  const found = cellsOf(editions, chosen);
  if (!found) return null;
  const [completed = 0, open = 0] = found.cells;
  const own = rows.find(({ editionId }) => editionId === chosen);
  return lessonFigures({ completed, open, seconds: own?.seconds ?? null });
}
