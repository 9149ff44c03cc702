import type { Db } from '@/db/client';
import { moduleFileHeads } from '@/db/queries/outline';
import { lessonAt, structureOf } from '@/rules/authoring/outline';
import type { Placed } from '@/rules/authoring/outline-words';
import { readHead } from './head';

/** A row of the outline where it stands after a change. */
export type PlacedRow = Placed & { item: string; kind: 'lesson' | 'module' };

/** Where a lesson stands now, or the module that a file names. */
export async function placedRow(
  db: Db,
  courseId: string,
  kind: PlacedRow['kind'],
  fileId: string,
): Promise<PlacedRow> {
  const files = (await moduleFileHeads(db, courseId)).filter(({ deleted }) => !deleted);
  const structure = structureOf(files.map(({ path }) => path));
  const path = files.find(({ id }) => id === fileId)?.path ?? '';
  const titleOf = (of: string, name: string) => {
    const file = files.find((one) => one.path === of);
    return (file && readHead(of, file.head).title) ?? name;
  };
  const folder = path.split('/')[1] ?? '';
  const module = titleOf(`modules/${folder}/module.yaml`, folder);
  const at = lessonAt(structure, path);
  if (kind === 'module' || !at) {
    const number = structure.findIndex(({ key }) => key === folder) + 1;
    return { item: fileId, kind: 'module', title: module, number, module: null };
  }
  const title = titleOf(path, path.slice(path.lastIndexOf('/') + 1));
  return { item: fileId, kind, title, number: at.index + 1, module };
}
