import * as z from 'zod';
import { lockPinnedEdition } from '@/db/queries/ledger';
import { cardsOf, lockCard, logOf, setMemory } from '@/db/queries/review';
import { isPlatform } from '@/rules/access';
import { replayed } from '@/rules/review/memory';
import { operation } from '@/server/operation';
import { nextMemory } from './schedule';

/** Makes what is remembered of the cards of an enrollment anew from the log of its reviews. */
export const rebuildReview = operation({
  name: 'rebuild-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ enrollmentId: z.uuid() }),
  subject: (db, { enrollmentId }) => lockPinnedEdition(db, enrollmentId),
  allow: isPlatform,
  async run({ db, subject: enrollment }) {
    for (const { id } of await cardsOf(db, [enrollment.id])) {
      await lockCard(db, id);
      const memory = replayed(await logOf(db, id), nextMemory);
      if (memory) await setMemory(db, id, memory);
    }
  },
  audit: ({ input }) => ({ object: `enrollment:${input.enrollmentId}` }),
});
