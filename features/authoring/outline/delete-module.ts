import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { deleteDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import type { DeletedRow } from './delete-lesson';
import { itemInput } from './input';
import { openStructure } from './open-structure';
import { placedRow } from './placed-row';

/** Takes a module with all in it out of the draft. `undo-deletion` brings it back. */
export const deleteModule = operation({
  name: 'delete-module',
  kind: 'write',
  by: 'person',
  input: z.strictObject(itemInput),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<DeletedRow> {
    const open = await openStructure(db, course.id);
    const folder = open.folderOf(input.item);
    const row = await placedRow(db, course.id, 'module', input.item);
    const deletion = randomUUID();
    const inside = open.paths.filter((path) => path.startsWith(`modules/${folder}/`));
    await deleteDraftFiles(db, course.id, inside, deletion);
    await arrange(
      db,
      course.id,
      open,
      open.structure.filter(({ key }) => key !== folder),
    );
    return { ...row, deletion };
  },
  audit: ({ input, output: { title, deletion } }) => ({
    object: `course:${input.course}`,
    detail: { module: input.item, title, deletion },
  }),
});
