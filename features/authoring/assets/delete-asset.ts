import * as z from 'zod';
import { deleteDraftAsset } from '@/db/queries/assets';
import { draftFilesOf } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { type AssetUse, usesOf } from './asset-use';

/** Deleted or, because the draft still names it, not: then with the places. */
type Deleted = { ok: true } | { ok: false; code: 'asset-in-use'; uses: AssetUse[] };

/** Takes a file out of a draft. Editions that use it keep it. */
export const deleteAsset = operation({
  name: 'delete-asset',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, path: z.string().min(1).max(300) }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, subject: course, input: { path } }): Promise<Deleted> {
    const uses = usesOf([path], await draftFilesOf(db, course.id)).get(path) ?? [];
    if (uses.length > 0) return { ok: false, code: 'asset-in-use', uses };
    if (!(await deleteDraftAsset(db, course.id, path))) throw new NotFound('no such asset');
    return { ok: true };
  },
  audit: ({ input, output }) =>
    output.ok ? { object: `course:${input.course}`, detail: { path: input.path } } : null,
});
