import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { importContent, importHead, recordImport } from '@/db/queries/imports';
import { canEditCourse } from '@/rules/access';
import { wayNote } from '@/rules/authoring/foreign-course-report';
import { NotFound, operation, Refused } from '@/server/operation';
import { draftOf, inLockedStudio, studioInput } from '../studio';
import { fingerprintOf } from './fingerprint';
import { resultOfImport } from './result-of-import';

/**
 * Makes the draft what an import brings. The draft as it was is kept for a day, to be brought back the
 * same way. Applied twice, it is applied once; a draft that is no longer the one that was compared with is
 * left alone.
 */
export const applyImport = operation({
  name: 'apply-import',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, import: z.uuid(), draft: z.string().regex(/^[0-9a-f]{64}$/) }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }) {
    const head = await importHead(db, input.import);
    const content = head?.courseId === course.id ? await importContent(db, head.id) : null;
    if (!head || !content) throw new NotFound('no such import');
    const present = await draftOf(db, course.id);
    const result = resultOfImport(present, content, course.slug);
    const none = { former: null, deletion: null, added: 0, changed: 0, removed: 0 };
    if (fingerprintOf(result) === fingerprintOf(present)) return none;
    if (fingerprintOf(present) !== input.draft) throw new Refused('changed-meanwhile');
    const former = await recordImport(db, {
      ...present,
      courseId: course.id,
      createdBy: actor.userId,
      name: head.name,
      report: [wayNote('former')],
    });
    const deletion = randomUUID();
    const counts = await replaceDraftFiles(db, course.id, result.texts, actor.userId, deletion);
    await replaceDraftAssets(db, course.id, result.assets, actor.userId);
    return { former, deletion, ...counts };
  },
  audit: ({ input, output }) =>
    output.former === null
      ? null
      : { object: `course:${input.course}`, detail: { import: input.import, ...output } },
});
