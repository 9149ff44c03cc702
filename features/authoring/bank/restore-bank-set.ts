import * as z from 'zod';
import { deletedFiles, draftPaths, restoreDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { isBankPath } from '@/rules/assessment/bank';
import { operation, Refused } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';

/** Brings back the sets that were deleted at once. */
export const restoreBankSet = operation({
  name: 'restore-bank-set',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, deletion: z.uuid() }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input: { deletion }, subject: course }): Promise<{ fileId: string }> {
    const files = await deletedFiles(db, course.id, deletion);
    const [first] = files;
    // Somebody brought it back already, or it went with other things than sets.
    if (!first || files.some(({ path }) => !isBankPath(path))) throw new Refused('set-back');
    const live = new Set((await draftPaths(db, course.id)).map(({ path }) => path));
    if (files.some(({ path }) => live.has(path))) throw new Refused('set-name-taken');
    await restoreDraftFiles(db, course.id, new Map(files.map(({ id, path }) => [id, path])));
    return { fileId: first.id };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { deletion: input.deletion, file: output.fileId },
  }),
});
