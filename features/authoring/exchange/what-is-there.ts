import { type CourseFiles, modulesIn } from '@/rules/authoring/course-files';

const idIn = (text: string): string | null =>
  /^id:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text.slice(0, 4000))?.[1] ?? null;

/** What a draft has already, so that what is added to it gets ids, numbers and paths of its own. */
export function whatIsThere({ texts, assets }: CourseFiles) {
  const modules = modulesIn(texts.keys());
  const idsAt = (paths: string[]) => paths.flatMap((path) => idIn(texts.get(path) ?? '') ?? []);
  return {
    lessons: idsAt(modules.flatMap(({ lessons }) => lessons)),
    modules: idsAt(modules.map(({ folder }) => `modules/${folder}/module.yaml`)),
    /** The highest number of a module. */
    count: Math.max(0, ...modules.map(({ folder }) => Number.parseInt(folder, 10) || 0)),
    assets: new Map([...assets].map(([path, { hash }]) => [path, hash])),
  };
}
