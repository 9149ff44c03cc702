import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { moveModule as moved, stepModule } from '@/rules/authoring/outline';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import { itemInput, placeInput } from './input';
import { type OpenStructure, openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';

/** Moves a module with all in it one place up or down, to the start of the course, or after another module. */
export const moveModule = operation({
  name: 'move-module',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...itemInput, to: placeInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<PlacedRow> {
    const open = await openStructure(db, course.id);
    await arrange(db, course.id, open, wantedStructure(open, input));
    return placedRow(db, course.id, 'module', input.item);
  },
  audit: ({ input, output: { number } }) => ({
    object: `course:${input.course}`,
    detail: { module: input.item, number },
  }),
});

function wantedStructure(
  { structure, folderOf }: OpenStructure,
  { item, to }: { item: string; to: z.output<typeof placeInput> },
) {
  const folder = folderOf(item);
  if (to.step !== undefined) return stepModule(structure, folder, to.step);
  if (to.kind === 'start') return moved(structure, folder, 0);
  const before = folderOf(to.file);
  if (before === folder) return structure;
  const others = structure.filter(({ key }) => key !== folder);
  return moved(structure, folder, others.findIndex(({ key }) => key === before) + 1);
}
