import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { deleteDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { withoutLesson } from '@/rules/authoring/outline';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import { itemInput } from './input';
import { lessonOf, openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';

/** What was deleted, with the place it had, and how to get it back. */
export type DeletedRow = PlacedRow & { deletion: string };

/** Takes a lesson out of the draft. `undo-deletion` brings it back. */
export const deleteLesson = operation({
  name: 'delete-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject(itemInput),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }): Promise<DeletedRow> {
    const open = await openStructure(db, course.id);
    const lesson = lessonOf(open, input.item);
    const row = await placedRow(db, course.id, 'lesson', input.item);
    const deletion = randomUUID();
    await deleteDraftFiles(db, course.id, [lesson], deletion);
    await arrange(db, course.id, open, withoutLesson(open.structure, lesson));
    return { ...row, deletion };
  },
  audit: ({ input, output: { title, deletion } }) => ({
    object: `course:${input.course}`,
    detail: { lesson: input.item, title, deletion },
  }),
});
