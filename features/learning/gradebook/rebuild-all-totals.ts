import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { rebuildTotals } from './rebuild-totals';

/** Makes the totals of a whole course anew, part after part. @returns of how many learners. */
export async function rebuildAllTotals(db: Database, actor: Actor, courseId: string): Promise<number> {
  let learners = 0;
  for (let after: string | null = null; ; ) {
    const part: { learners: number; next: string | null } = await perform(
      rebuildTotals,
      { courseId, after },
      { db, actor },
    );
    learners += part.learners;
    after = part.next;
    if (after === null) return learners;
  }
}
