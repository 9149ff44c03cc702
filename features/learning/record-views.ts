import * as z from 'zod';
import { isSelfEnrolled } from '@/rules/access';
import { viewKey } from '@/rules/learning/evidence';
import { InvalidInput, operation } from '@/server/operation';
import { appendEvidence } from './append-evidence';
import { lessonInput, placeInLesson } from './place';

/** Records that blocks were seen. Sent again, from another tab or after a lost answer, they count once. */
export const recordViews = operation({
  name: 'record-views',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...lessonInput, blocks: z.array(z.string().max(100)).min(1).max(200) }),
  subject: placeInLesson,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }) {
    const known = new Set(place.outline.blocks.map((block) => block.id));
    const blocks = [...new Set(input.blocks)];
    if (blocks.some((id) => !known.has(id))) {
      throw new InvalidInput({ blocks: 'This lesson has no such block. Reload the page.' });
    }
    const { progress } = await appendEvidence(
      db,
      place,
      blocks.map((blockId) => ({
        blockId,
        kind: 'viewed',
        idempotencyKey: viewKey(place.outline.id, blockId),
      })),
    );
    return progress;
  },
  audit: 'in-ledger',
});
