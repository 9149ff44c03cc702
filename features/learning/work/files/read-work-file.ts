import * as z from 'zod';
import { fileForReader } from '@/db/queries/work-files';
import { canReadWorkFile } from '@/rules/access';
import { neutralName } from '@/rules/work/files';
import { operation } from '@/server/operation';

/**
 * A file of written work, for its learner and, once it is handed in, for who may grade it. Of anonymous work it has no
 * name of its learner's before it is graded.
 */
export const readWorkFile = operation({
  name: 'read-work-file',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ file: z.uuid() }),
  subject: (db, { file }, actor) => fileForReader(db, file, actor.userId),
  allow: canReadWorkFile,
  async run({ actor, subject: { hash, type, name, place, ownerId, anonymous, graded } }) {
    const hidden = ownerId !== actor.userId && anonymous && !graded;
    return { hash, type, name: hidden ? neutralName(place, type) : name };
  },
});
