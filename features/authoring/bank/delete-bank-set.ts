import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { deleteDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { setNameOf } from '@/rules/assessment/bank';
import { operation, Refused } from '@/server/operation';
import { readHead } from '../outline/head';
import { inLockedStudio, studioInput } from '../studio';
import { drawsIn } from './draws-in';
import { setFile } from './set-file';

/** Takes a set that no quiz draws from out of the bank. `restore-bank-set` brings it back. */
export const deleteBankSet = operation({
  name: 'delete-bank-set',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, file: z.uuid() }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<{ deletion: string; title: string }> {
    const { path, text } = await setFile(db, course.id, input.file);
    const name = setNameOf(path);
    if ((await drawsIn(db, course.id)).some(({ set }) => set === name)) throw new Refused('set-drawn-from');
    const deletion = randomUUID();
    await deleteDraftFiles(db, course.id, [path], deletion);
    return { deletion, title: readHead(path, text).title ?? path };
  },
  audit: ({ input, output }) => ({ object: `course:${input.course}`, detail: output }),
});
