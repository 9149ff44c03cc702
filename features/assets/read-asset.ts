import * as z from 'zod';
import { assetForReader } from '@/db/queries/assets';
import { canReadAsset } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { mayLearn } from '@/rules/enrollment/enrollment-terms';
import { operation } from '@/server/operation';

/** A file of a course that somebody may read: what it is, and whether everybody may. */
export const readAsset = operation({
  name: 'read-asset',
  kind: 'read',
  by: 'anyone',
  input: z.strictObject({
    course: z.string().max(200).regex(courseSlugForm),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async subject(db, { course, hash }, actor) {
    const row = await assetForReader(db, course, hash, actor?.userId || null);
    if (!row) return null;
    const {
      archivedAt,
      staffRole,
      state,
      validFrom,
      validUntil,
      now,
      inCurrent,
      inPinned,
      inCourse,
      isCover,
      ...asset
    } = row;
    return {
      asset,
      staffRole,
      ownerId: state === null ? null : (actor?.userId ?? null),
      mayLearn: state !== null && mayLearn({ state, validFrom, validUntil }, now),
      onCover: isCover && archivedAt === null,
      inEdition: inCurrent || inPinned,
      inCourse,
    };
  },
  allow: canReadAsset,
  run: async ({ subject: { asset, onCover } }) => ({ ...asset, forEverybody: onCover }),
});
