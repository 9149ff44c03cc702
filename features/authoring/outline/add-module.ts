import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { freeId, idFrom } from '@/rules/authoring/outline-names';
import { operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { arrange } from './arrange';
import { titleInput } from './input';
import { openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';
import { moduleSkeleton } from './skeletons';
import { takenIds } from './taken-ids';

/** Adds an empty module at the end of a draft. */
export const addModule = operation({
  name: 'add-module',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, title: titleInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { title }, subject: course }): Promise<PlacedRow> {
    const [open, taken] = await Promise.all([openStructure(db, course.id), takenIds(db, course.id)]);
    const id = freeId(idFrom(title, 'module'), taken.modules);
    const key = randomUUID();
    const head = new Map([['module.yaml', moduleSkeleton({ id, title })]]);
    const wanted = [...open.structure, { key, name: id, lessons: [] }];
    const modules = new Map([[key, head]]);
    const added = await arrange(db, course.id, open, wanted, {
      lessons: new Map(),
      modules,
      by: actor.userId,
    });
    return placedRow(db, course.id, 'module', added.idOfModule(key));
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { module: output.item, title: output.title },
  }),
});
