import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { lessonAt, moveLesson as moved, stepLesson } from '@/rules/authoring/outline';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import { itemInput, placeInput } from './input';
import { lessonOf, type OpenStructure, openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';

/** Moves a lesson one place up or down, to the start of a module, or after another lesson. */
export const moveLesson = operation({
  name: 'move-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...itemInput, to: placeInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<PlacedRow> {
    const open = await openStructure(db, course.id);
    await arrange(db, course.id, open, wantedStructure(open, input));
    return placedRow(db, course.id, 'lesson', input.item);
  },
  audit: ({ input, output: { number, module } }) => ({
    object: `course:${input.course}`,
    detail: { lesson: input.item, number, module },
  }),
});

function wantedStructure(
  open: OpenStructure,
  { item, to }: { item: string; to: z.output<typeof placeInput> },
) {
  const { structure, folderOf } = open;
  const lesson = lessonOf(open, item);
  if (to.step !== undefined) return stepLesson(structure, lesson, to.step);
  const module = structure.findIndex(({ key }) => key === folderOf(to.file));
  if (to.kind === 'start') return moved(structure, lesson, module, 0);
  const before = lessonOf(open, to.file);
  if (before === lesson) return structure;
  const from = lessonAt(structure, lesson);
  const after = lessonAt(structure, before)?.index ?? 0;
  // The lesson itself does not count among those it is put behind.
  const itself = from?.module === module && from.index < after;
  return moved(structure, lesson, module, itself ? after : after + 1);
}
