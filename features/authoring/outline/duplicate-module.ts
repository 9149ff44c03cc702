import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { draftTextsAt } from '@/db/queries/outline';
import { canEditCourse } from '@/rules/access';
import { freeId } from '@/rules/authoring/outline-names';
import { operation } from '@/server/operation';
import { inLockedStudio } from '../studio';
import { arrange } from './arrange';
import { copyLessons, copyTitle, withFields } from './copies';
import { readHead } from './head';
import { itemInput } from './input';
import { openStructure } from './open-structure';
import { type PlacedRow, placedRow } from './placed-row';
import { moduleSkeleton } from './skeletons';
import { takenIds } from './taken-ids';

/** Puts a copy of a module with all in it behind it. Its lessons keep their titles and get new ids. */
export const duplicateModule = operation({
  name: 'duplicate-module',
  kind: 'write',
  by: 'person',
  input: z.strictObject(itemInput),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }): Promise<PlacedRow> {
    const open = await openStructure(db, course.id);
    const folder = open.folderOf(input.item);
    const below = `modules/${folder}/`;
    const inside = open.paths.filter((path) => path.startsWith(below));
    const [texts, taken] = await Promise.all([draftTextsAt(db, course.id, inside), takenIds(db, course.id)]);
    const at = open.structure.findIndex(({ key }) => key === folder);
    const lessonPaths = open.structure[at]?.lessons.map(({ key }) => key) ?? [];
    const copies = copyLessons(
      new Map(lessonPaths.map((path) => [path, texts.get(path) ?? ''])),
      taken.lessons,
    );

    const key = randomUUID();
    const keys = new Map(lessonPaths.map((path) => [path, randomUUID()]));
    const head = `${below}module.yaml`;
    const { id, text } = copyOfHead(head, texts.get(head), taken.modules);
    const beside = inside
      .filter((path) => path !== head && !keys.has(path))
      .map((path): [string, string] => [path.slice(below.length), texts.get(path) ?? '']);
    const copy = {
      key,
      name: id,
      lessons: lessonPaths.map((path) => ({ key: keys.get(path) ?? '', name: copies.get(path)?.id ?? '' })),
    };
    const added = await arrange(db, course.id, open, open.structure.toSpliced(at + 1, 0, copy), {
      lessons: new Map(lessonPaths.map((path) => [keys.get(path) ?? '', copies.get(path)?.text ?? ''])),
      modules: new Map([[key, new Map([['module.yaml', text], ...beside])]]),
      by: actor.userId,
    });
    return placedRow(db, course.id, 'module', added.idOfModule(key));
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { module: input.item, copy: output.item },
  }),
});

/** The head of a copied module; one that had none gets one. */
function copyOfHead(path: string, text: string | undefined, taken: ReadonlySet<string>) {
  const id = freeId((text && readHead(path, text).id) || 'module', taken);
  if (text === undefined) return { id, text: moduleSkeleton({ id, title: 'Copy of a module' }) };
  return { id, text: withFields(path, text, { id, title: copyTitle(path, text) }) };
}
