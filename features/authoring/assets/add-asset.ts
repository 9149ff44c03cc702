import * as z from 'zod';
import { draftAssetBytes, recordAsset, recordDraftAsset } from '@/db/queries/assets';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { canEditCourse } from '@/rules/access';
import { type AssetType, assetTypes } from '@/rules/authoring/course-files';
import { assetPath } from '@/rules/files/asset-names';
import { largestDraft } from '@/rules/files/uploads';
import { operation, Refused } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';

const pixels = z.int().positive().nullable();
/** What `keepAsset` says of bytes that it stored. */
const keptAsset = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(assetTypes),
  bytes: z.int().positive(),
  width: pixels,
  height: pixels,
});

export type AddedAsset = { path: string; type: AssetType; width: number | null; height: number | null };

/** Puts a file whose bytes are stored already into the draft of a course, under a path made of its name. */
export const addAsset = operation({
  name: 'add-asset',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, name: z.string().max(5_000), asset: keptAsset }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, subject: course, input: { name, asset } }): Promise<AddedAsset> {
    if ((await draftAssetBytes(db, course.id)) + asset.bytes > largestDraft) throw new Refused('assets-full');
    const present = await draftAssetsOf(db, course.id);
    const path = assetPath(name, asset, (at) => present.get(at)?.hash);
    await recordAsset(db, asset);
    await recordDraftAsset(db, { courseId: course.id, path, hash: asset.hash, addedBy: actor.userId });
    return { path, type: asset.type, width: asset.width, height: asset.height };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { path: output.path, hash: input.asset.hash, bytes: input.asset.bytes },
  }),
});
