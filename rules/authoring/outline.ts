import { modulesIn } from './course-files';
import { numbered } from './outline-names';

/** Something in the outline: what it is known by while it moves, and the name of its file or folder. */
export type OutlineItem = { key: string; name: string };
export type ModuleItem = OutlineItem & { lessons: OutlineItem[] };
/** The modules of a course in order, each with its lessons in theirs. */
export type Structure = readonly ModuleItem[];

/** The structure that the paths of a draft have: modules are known by folder, lessons by path. */
export function structureOf(paths: Iterable<string>): ModuleItem[] {
  return modulesIn(paths).map(({ folder, lessons }) => ({
    key: folder,
    name: folder,
    lessons: lessons.map((path) => ({ key: path, name: path.slice(path.lastIndexOf('/') + 1, -3) })),
  }));
}

/** Where a lesson stands, counted from 0; null when it is not there. */
export function lessonAt(structure: Structure, key: string): { module: number; index: number } | null {
  for (const [module, { lessons }] of structure.entries()) {
    const index = lessons.findIndex((lesson) => lesson.key === key);
    if (index >= 0) return { module, index };
  }
  return null;
}

/** The structure with an item added to a module before what stands at `index` now. */
export const withLesson = (
  structure: Structure,
  module: number,
  index: number,
  item: OutlineItem,
): ModuleItem[] =>
  structure.map((other, at) =>
    at === module ? { ...other, lessons: other.lessons.toSpliced(index, 0, item) } : other,
  );

export const withoutLesson = (structure: Structure, key: string): ModuleItem[] =>
  structure.map((module) => ({ ...module, lessons: module.lessons.filter((lesson) => lesson.key !== key) }));

export type Step = 'up' | 'down';

/** Moves a lesson to another place; `index` counts without the lesson itself. */
export function moveLesson(structure: Structure, key: string, module: number, index: number): ModuleItem[] {
  const item = structure.flatMap(({ lessons }) => lessons).find((lesson) => lesson.key === key);
  return item ? withLesson(withoutLesson(structure, key), module, index, item) : [...structure];
}

/**
 * Moves a lesson one place up or down. At the edge of its module it goes on into the next one, so that a
 * lesson can be carried through the whole course; at the edge of the course it stays.
 */
export function stepLesson(structure: Structure, key: string, step: Step): ModuleItem[] {
  const at = lessonAt(structure, key);
  if (!at) return [...structure];
  const { module, index } = at;
  const beside = structure[module + (step === 'up' ? -1 : 1)];
  const edge = step === 'up' ? 0 : (structure[module] as ModuleItem).lessons.length - 1;
  if (index !== edge) return moveLesson(structure, key, module, index + (step === 'up' ? -1 : 1));
  if (!beside) return [...structure];
  return step === 'up'
    ? moveLesson(structure, key, module - 1, beside.lessons.length)
    : moveLesson(structure, key, module + 1, 0);
}

/** Moves a module; `index` counts without the module itself and is held within the course. */
export function moveModule(structure: Structure, key: string, index: number): ModuleItem[] {
  const item = structure.find((module) => module.key === key);
  const others = structure.filter((module) => module.key !== key);
  return item ? others.toSpliced(Math.max(0, index), 0, item) : others;
}

/** Moves a module one place up or down; at the edge of the course it stays. */
export function stepModule(structure: Structure, key: string, step: Step): ModuleItem[] {
  const index = structure.findIndex((module) => module.key === key);
  return moveModule(structure, key, index + (step === 'up' ? -1 : 1));
}

/** The folders and paths that a structure asks for: everything is numbered from 1. */
export function placesIn(structure: Structure): {
  folders: Map<string, string>;
  lessons: Map<string, string>;
} {
  const folders = new Map<string, string>();
  const lessons = new Map<string, string>();
  for (const [at, module] of structure.entries()) {
    const folder = numbered(module.name, at + 1);
    folders.set(module.key, folder);
    for (const [index, lesson] of module.lessons.entries()) {
      lessons.set(lesson.key, `modules/${folder}/${numbered(lesson.name, index + 1)}.md`);
    }
  }
  return { folders, lessons };
}

/**
 * What has to be renamed so that the files of a draft stand as the structure says: new paths by old ones.
 * What lies beside the lessons in a module's folder goes with the folder.
 */
export function planRenames(structure: Structure, paths: Iterable<string>): Map<string, string> {
  const { folders, lessons } = placesIn(structure);
  const renames = new Map<string, string>();
  for (const path of paths) {
    const [root, folder = '', ...rest] = path.split('/');
    const home = root === 'modules' && rest.length > 0 ? folders.get(folder) : undefined;
    const wanted = lessons.get(path) ?? (home ? ['modules', home, ...rest].join('/') : path);
    if (wanted !== path) renames.set(path, wanted);
  }
  return renames;
}
