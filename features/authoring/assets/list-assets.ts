import * as z from 'zod';
import { draftAssetList } from '@/db/queries/assets';
import { draftFilesOf } from '@/db/queries/drafts';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import type { Asset } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { type AssetUse, usesOf } from './asset-use';

/** A file beside the text of a draft, with where the text names it. */
export type ListedAsset = Asset & { path: string; addedBy: string | null; addedAt: Date; uses: AssetUse[] };

/** The pictures and media of a draft, by path, and what they weigh together. */
export const listAssets = operation({
  name: 'list-assets',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const [list, files] = await Promise.all([draftAssetList(db, course.id), draftFilesOf(db, course.id)]);
    const uses = usesOf(
      list.map(({ path }) => path),
      files,
    );
    const listed: ListedAsset[] = list.map((asset) => ({ ...asset, uses: uses.get(asset.path) ?? [] }));
    return {
      assets: listed,
      bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
      mayEdit: canEditCourse(actor, course),
    };
  },
});
