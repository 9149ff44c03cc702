import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { withLesson } from '@/rules/authoring/outline';
import { freeId, idFrom } from '@/rules/authoring/outline-names';
import { operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { arrange } from './arrange';
import { titleInput } from './input';
import { openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';
import { lessonSkeleton } from './skeletons';
import { takenIds } from './taken-ids';

/** Adds a lesson at the end of a module: a skeleton that says what has to be written. */
export const addLesson = operation({
  name: 'add-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, module: z.uuid(), title: titleInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { module, title }, subject: course, now }): Promise<PlacedRow> {
    const [open, taken] = await Promise.all([openStructure(db, course.id), takenIds(db, course.id)]);
    const folder = open.folderOf(module);
    const id = freeId(idFrom(title, 'lesson'), taken.lessons);
    const key = randomUUID();
    const at = open.structure.findIndex((one) => one.key === folder);
    const wanted = withLesson(open.structure, at, Number.MAX_SAFE_INTEGER, { key, name: id });
    const lessons = new Map([[key, lessonSkeleton({ id, title }, dayIn(course.zone, now))]]);
    const added = await arrange(db, course.id, open, wanted, {
      lessons,
      modules: new Map(),
      by: actor.userId,
    });
    return placedRow(db, course.id, 'lesson', added.idOfLesson(key));
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { lesson: output.item, title: output.title },
  }),
});
