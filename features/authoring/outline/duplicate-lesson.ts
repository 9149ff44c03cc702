import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { draftTextsAt } from '@/db/queries/outline';
import { canEditCourse } from '@/rules/access';
import { lessonAt, withLesson } from '@/rules/authoring/outline';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import { copyLessons, copyTitle } from './copies';
import { itemInput } from './input';
import { lessonOf, openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';
import { takenIds } from './taken-ids';

/** Puts a copy of a lesson behind it, under an id of its own. */
export const duplicateLesson = operation({
  name: 'duplicate-lesson',
  kind: 'write',
  by: 'person',
  input: z.strictObject(itemInput),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<PlacedRow> {
    const open = await openStructure(db, course.id);
    const lesson = lessonOf(open, input.item);
    const [texts, taken] = await Promise.all([
      draftTextsAt(db, course.id, [lesson]),
      takenIds(db, course.id),
    ]);
    const copies = copyLessons(texts, taken.lessons, (path, text) => ({ title: copyTitle(path, text) }));
    const { id = '', text = '' } = copies.get(lesson) ?? {};
    const { module, index } = lessonAt(open.structure, lesson) ?? { module: 0, index: 0 };
    const key = randomUUID();
    const wanted = withLesson(open.structure, module, index + 1, { key, name: id });
    const lessons = new Map([[key, text]]);
    const added = await arrange(db, course.id, open, wanted, {
      lessons,
      modules: new Map(),
      by: actor.userId,
    });
    return placedRow(db, course.id, 'lesson', added.idOfLesson(key));
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { lesson: input.item, copy: output.item },
  }),
});
