import * as z from 'zod';
import { consume } from '@/db/queries/rate-limits';
import { isSelfEnrolled } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import type { FileRules } from '@/rules/work/files';
import { operation } from '@/server/operation';
import { placeInWork } from '../place';
import { fileRulesOf, takingFiles, versionInput } from './taking-files';

const hour = 3600;
const perHour = 60;

/** Whether a learner may send a file now, and which are taken. Asked before any of it is read; the try counts. */
export const admitWorkFile = operation({
  name: 'admit-work-file',
  kind: 'write',
  by: 'person',
  input: z.strictObject(versionInput),
  subject: placeInWork,
  allow: isSelfEnrolled,
  async run({ db, actor, input: { number }, subject: place }): Promise<Answer<{ files: FileRules }>> {
    const files = fileRulesOf(place);
    const { room } = await takingFiles(db, place, number);
    if (!(await consume(db, `work-file:${actor.userId}`, perHour, hour)))
      return { ok: false, code: 'too-many-tries' };
    return room ? { ok: true, files } : { ok: false, code: 'work-files-full' };
  },
  audit: 'in-ledger',
});
