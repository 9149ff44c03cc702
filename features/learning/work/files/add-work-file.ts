import * as z from 'zod';
import { addFile } from '@/db/queries/work-files';
import { isSelfEnrolled } from '@/rules/access';
import { fileKinds, fileNameOf, typeOfKind } from '@/rules/work/files';
import { operation, Refused } from '@/server/operation';
import { lockedInWork } from '../place';
import { takingFiles, versionInput } from './taking-files';

/** Puts a file whose bytes are stored already with what a learner writes: as many as are taken, however many come. */
export const addWorkFile = operation({
  name: 'add-work-file',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...versionInput,
    name: z.string().max(5_000),
    file: z.strictObject({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.enum(fileKinds.map(typeOfKind)),
      bytes: z.int().positive(),
    }),
  }),
  subject: lockedInWork,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<{ id: string; name: string }> {
    const { version, room } = await takingFiles(db, place, input.number);
    if (!room) throw new Refused('work-files-full');
    const { file } = input;
    const { id, name } = await addFile(db, {
      ...version,
      ...file,
      name: fileNameOf(input.name, file.type),
    });
    return { id, name };
  },
  audit: 'in-ledger',
});
