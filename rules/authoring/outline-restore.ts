import { type ModuleItem, placesIn, planRenames, structureOf, withLesson } from './outline';
import { bareName, freePath } from './outline-names';

export type DeletedFile = { id: string; path: string };

/** Where deleted files go back to, by their ids, and what has to make room for them. */
export type RestorePlan = { paths: Map<string, string>; renames: Map<string, string> };

/** The place that the number of a name says, counted from 0; the end for one without a number. */
const placeOf = (name: string): number => {
  const number = Number.parseInt(name, 10);
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : Math.max(0, number - 1);
};

const headOf = (folder: string): string => `modules/${folder}/module.yaml`;

/** The module that a folder was, which may have another number by now. */
const sameModule = (structure: ModuleItem[], folder: string): number => {
  const exact = structure.findIndex(({ key }) => key === folder);
  return exact >= 0 ? exact : structure.findIndex(({ key }) => bareName(key) === bareName(folder));
};

/**
 * Brings deleted files back to where they stood: a lesson into its module, a module with its lessons into
 * the course. A lesson whose module is gone comes last in the course. Null when there is nowhere to go.
 */
export function planRestore(live: readonly string[], deleted: readonly DeletedFile[]): RestorePlan | null {
  const present = new Set(live);
  const ids = new Map(deleted.map(({ id, path }) => [path, id]));
  const homes = new Map<string, string>();
  let structure = structureOf(live);
  for (const module of structureOf(ids.keys())) {
    const lessons = module.lessons.map(({ key, name }) => ({ key: ids.get(key) as string, name }));
    const own = sameModule(structure, module.key);
    const lacksHead = own >= 0 && !present.has(headOf((structure[own] as ModuleItem).key));
    if (ids.has(headOf(module.key)) && !lacksHead) {
      // A folder has no slash in its name, so this key is nobody else's.
      const key = `restored/${module.key}`;
      homes.set(module.key, key);
      structure = structure.toSpliced(placeOf(module.name), 0, { key, name: module.name, lessons });
      continue;
    }
    const at = own >= 0 ? own : structure.length - 1;
    const home = structure[at];
    if (!home) return null;
    homes.set(module.key, home.key);
    for (const lesson of lessons) {
      const index = own >= 0 ? placeOf(lesson.name) : Number.MAX_SAFE_INTEGER;
      structure = withLesson(structure, at, index, lesson);
    }
  }
  const places = placesIn(structure);
  const renames = planRenames(structure, live);
  const taken = new Set([...live.map((path) => renames.get(path) ?? path), ...places.lessons.values()]);
  const paths = new Map<string, string>();
  for (const { id, path } of deleted) {
    const [, folder = '', ...rest] = path.split('/');
    const home = places.folders.get(homes.get(folder) ?? '');
    const beside = home ? ['modules', home, ...rest].join('/') : path;
    const to = places.lessons.get(id) ?? freePath(beside, taken);
    taken.add(to);
    paths.set(id, to);
  }
  return { paths, renames };
}
