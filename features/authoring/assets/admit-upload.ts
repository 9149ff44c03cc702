import * as z from 'zod';
import { draftAssetBytes } from '@/db/queries/assets';
import { consume } from '@/db/queries/rate-limits';
import { canEditCourse } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { largestDraft } from '@/rules/files/uploads';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';

const hour = 3600;
/** Enough for whoever moves a course here by hand. */
const perHour = 200;

/** Whether a person may send a file to a course now. Asked before any of it is read; the try counts. */
export const admitUpload = operation({
  name: 'admit-upload',
  kind: 'write',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, subject: course }): Promise<Answer> {
    if (!(await consume(db, `upload:${actor.userId}`, perHour, hour)))
      return { ok: false, code: 'too-many-tries' };
    if ((await draftAssetBytes(db, course.id)) >= largestDraft) return { ok: false, code: 'assets-full' };
    return { ok: true };
  },
  // What was stored leaves an entry; a try leaves none.
  audit: () => null,
});
