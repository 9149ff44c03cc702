import type { Db } from '@/db/client';
import { draftPaths } from '@/db/queries/drafts';
import { lessonAt, type ModuleItem, structureOf } from '@/rules/authoring/outline';
import { Refused } from '@/server/operation';

export type OpenStructure = {
  structure: ModuleItem[];
  paths: string[];
  /** The path of a file, if it is still in the draft. */
  pathOf: (fileId: string) => string;
  /** The folder of the module that a file names. */
  folderOf: (fileId: string) => string;
};

/** The structure of a draft as it is now. The caller holds the course locked. */
export async function openStructure(db: Db, courseId: string): Promise<OpenStructure> {
  const files = await draftPaths(db, courseId);
  const byId = new Map(files.map(({ id, path }) => [id, path]));
  const paths = files.map(({ path }) => path);
  const pathOf = (fileId: string) => {
    const path = byId.get(fileId);
    if (path === undefined) throw new Refused('row-gone');
    return path;
  };
  const structure = structureOf(paths);
  return {
    structure,
    paths,
    pathOf,
    folderOf: (fileId) => {
      const folder = pathOf(fileId).split('/')[1];
      if (!structure.some(({ key }) => key === folder) || folder === undefined) throw new Refused('row-gone');
      return folder;
    },
  };
}

/** The path of a lesson that is in the outline now. */
export function lessonOf({ structure, pathOf }: OpenStructure, fileId: string): string {
  const path = pathOf(fileId);
  if (!lessonAt(structure, path)) throw new Refused('row-gone');
  return path;
}
