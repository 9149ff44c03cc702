import * as z from 'zod';
import { deletedFiles, draftPaths, renameDraftFiles, restoreDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { modulePath } from '@/rules/authoring/course-files';
import { planRestore } from '@/rules/authoring/outline-restore';
import { operation, Refused } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { type PlacedRow, placedRow } from './placed-row';

/** Brings back what was deleted at once, to where it stood. */
export const undoDeletion = operation({
  name: 'undo-deletion',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, deletion: z.uuid() }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input: { deletion }, subject: course }): Promise<PlacedRow> {
    const deleted = await deletedFiles(db, course.id, deletion);
    const [first] = deleted;
    // Somebody brought it back already.
    if (!first) throw new Refused('row-back');
    const live = (await draftPaths(db, course.id)).map(({ path }) => path);
    const plan = planRestore(live, deleted);
    if (!plan) throw new Refused('no-module-left');
    await renameDraftFiles(db, course.id, plan.renames);
    await restoreDraftFiles(db, course.id, plan.paths);
    const head = deleted.find(({ path }) => modulePath.test(path));
    return placedRow(db, course.id, head ? 'module' : 'lesson', (head ?? first).id);
  },
  audit: ({ input, output: { item, title } }) => ({
    object: `course:${input.course}`,
    detail: { deletion: input.deletion, item, title },
  }),
});
