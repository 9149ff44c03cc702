import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { editionFilesOf } from '@/db/queries/edition-files';
import { editionNumbered } from '@/db/queries/editions';
import { recordImport } from '@/db/queries/imports';
import { isDraftAnEdition, lockDraft } from '@/db/queries/publishing';
import { canEditCourse } from '@/rules/access';
import { wayNote } from '@/rules/authoring/foreign-course-report';
import { NotFound, operation, Refused } from '@/server/operation';
import { fingerprintOf } from '../exchange/fingerprint';
import { resultOfImport } from '../exchange/result-of-import';
import { draftOf, inLockedStudio, studioInput } from '../studio';
import { editionInput, reviewedInput } from './input';

/**
 * Makes the draft what an edition was compiled from. A draft that no edition holds is kept first, like one
 * that gives way to an import, and can be brought back the same way. Nothing is published by it.
 */
export const restoreEdition = operation({
  name: 'restore-edition',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, edition: editionInput, reviewed: reviewedInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }) {
    const editionId = await editionNumbered(db, course.id, input.edition);
    if (!editionId) throw new NotFound('no such edition');
    const files = await editionFilesOf(db, editionId);
    if (!files) throw new Refused('files-not-kept');
    await lockDraft(db, course.id);
    const present = await draftOf(db, course.id);
    const report = [wayNote('former')];
    const result = resultOfImport(present, { ...files, report }, course.slug);
    const none = { former: null, added: 0, changed: 0, removed: 0 };
    if (fingerprintOf(result) === fingerprintOf(present)) return none;
    if (fingerprintOf(present) !== input.reviewed) throw new Refused('changed-meanwhile');
    const keep = present.texts.size > 0 && !(await isDraftAnEdition(db, course.id));
    const name = `Restoring edition ${input.edition}`;
    const former = keep
      ? await recordImport(db, { ...present, courseId: course.id, createdBy: actor.userId, name, report })
      : null;
    const counts = await replaceDraftFiles(db, course.id, result.texts, actor.userId, randomUUID());
    await replaceDraftAssets(db, course.id, result.assets, actor.userId);
    return { former, ...counts };
  },
  audit: ({ input, output }) =>
    output.added + output.changed + output.removed === 0 && output.former === null
      ? null
      : { object: `course:${input.course}`, detail: { edition: input.edition, ...output } },
});
