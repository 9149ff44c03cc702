import type { Db } from '@/db/client';
import { moduleFileHeads } from '@/db/queries/outline';
import { lessonAt, structureOf } from '@/rules/authoring/outline';
import { type Head, readHead } from './head';

export type Named = { id: string; title: string };

/** Where a file stands in its course, and what comes before it. */
export type DetailContext = {
  number: number;
  /** The title of a lesson's module; null for a module. */
  module: string | null;
  earlierModules: Named[];
  /** With the title of their module. */
  earlierLessons: (Named & { module: string })[];
};

const named = (head: Head | undefined): Named[] =>
  head?.id ? [{ id: head.id, title: head.title ?? head.id }] : [];

/** What the details of a lesson or module may refer to: only what comes before. */
export async function detailContext(db: Db, courseId: string, path: string): Promise<DetailContext> {
  const files = (await moduleFileHeads(db, courseId)).filter(({ deleted }) => !deleted);
  const heads = new Map(files.map((file) => [file.path, readHead(file.path, file.head)]));
  const structure = structureOf(heads.keys());
  const folder = path.split('/')[1] ?? '';
  const own = structure.findIndex(({ key }) => key === folder);
  const at = lessonAt(structure, path);
  const headOf = (key: string) => heads.get(`modules/${key}/module.yaml`);
  const titleOf = (key: string) => headOf(key)?.title ?? key;
  const before = structure.slice(0, own);
  const lessonsBefore = [
    ...before,
    ...structure.slice(own, own + 1).map((module) => ({
      ...module,
      lessons: module.lessons.slice(0, at?.index ?? 0),
    })),
  ];
  return {
    number: (at?.index ?? own) + 1,
    module: at ? titleOf(folder) : null,
    earlierModules: before.flatMap(({ key }) => named(headOf(key))),
    earlierLessons: lessonsBefore.flatMap(({ key, lessons }) =>
      lessons.flatMap((lesson) =>
        named(heads.get(lesson.key)).map((one) => ({ ...one, module: titleOf(key) })),
      ),
    ),
  };
}
