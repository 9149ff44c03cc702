import * as z from 'zod';
import { setRemoved } from '@/db/queries/work-files';
import { isSelfEnrolled } from '@/rules/access';
import { NotFound, operation, Refused } from '@/server/operation';
import { lockedInWork } from '../place';
import { takingFiles, versionInput } from './taking-files';

/** Takes a file out of what is not handed in yet, or brings back one that was taken out. */
export const removeWorkFile = operation({
  name: 'remove-work-file',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...versionInput, file: z.uuid(), removed: z.enum(['yes', 'no']) }),
  subject: lockedInWork,
  allow: isSelfEnrolled,
  async run({ db, input: { number, file, removed: asked }, subject: place }): Promise<{ removed: boolean }> {
    const { version, room } = await takingFiles(db, place, number);
    const removed = asked === 'yes';
    if (!removed && !room) throw new Refused('work-files-full');
    if (!(await setRemoved(db, version, file, removed))) throw new NotFound('no such file');
    return { removed };
  },
  audit: 'in-ledger',
});
