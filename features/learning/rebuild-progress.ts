import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { recordProgress } from '@/db/queries/learning';
import { clearProgress, ledgerOf, lockPinnedEdition } from '@/db/queries/ledger';
import { isPlatform } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { completionTime, doneBlocks } from '@/rules/learning/progress';
import { operation } from '@/server/operation';

/** Makes the projection of an enrollment anew from its ledger. */
export const rebuildProgress = operation({
  name: 'rebuild-progress',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ enrollmentId: z.uuid() }),
  subject: (db, { enrollmentId }) => lockPinnedEdition(db, enrollmentId),
  allow: isPlatform,
  async run({ db, subject: enrollment }) {
    const edition = await editionById(db, enrollment.editionId);
    const ledger = await ledgerOf(db, enrollment.id);
    await clearProgress(db, enrollment.id);
    for (const lesson of edition ? lessonsOf(edition.manifest) : []) {
      const rows = ledger.filter((row) => row.lessonId === lesson.id);
      const done = doneBlocks(lesson.blocks, rows);
      if (done.length === 0) continue;
      const total = lesson.blocks.length;
      const completedAt = completionTime(lesson.blocks, rows);
      await recordProgress(db, {
        enrollmentId: enrollment.id,
        lessonId: lesson.id,
        done,
        total,
        completedAt,
      });
    }
  },
  audit: ({ input }) => ({ object: `enrollment:${input.enrollmentId}` }),
});
