import type { Db } from '@/db/client';
import { moduleFileHeads, publishedIds } from '@/db/queries/outline';
import { idsIn } from '@/rules/authoring/outline-names';

/**
 * The ids that a new lesson or module may not have: those of the draft, of what was deleted and may come
 * back, and of every edition, because what people did there would count for it. `except` is a file that may
 * keep its own.
 */
export async function takenIds(db: Db, courseId: string, except?: string) {
  const [files, published] = await Promise.all([moduleFileHeads(db, courseId), publishedIds(db, courseId)]);
  const idsOf = (ending: string) =>
    files.filter(({ id, path }) => id !== except && path.endsWith(ending)).flatMap(({ head }) => idsIn(head));
  return {
    lessons: new Set([...idsOf('.md'), ...published.lessons]),
    modules: new Set([...idsOf('/module.yaml'), ...published.modules]),
  };
}
