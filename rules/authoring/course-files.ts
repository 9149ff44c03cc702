/** What may be stored beside the text of a course, by its content and not by its name. */
export const assetTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'video/mp4',
  'video/webm',
  'text/vtt',
] as const;
export type AssetType = (typeof assetTypes)[number];

/** What is known of an asset. Width and height in pixels, for pictures and films; bytes as stored. */
export type Asset = {
  hash: string;
  type: AssetType;
  bytes: number;
  width: number | null;
  height: number | null;
};

/**
 * A course as files: what `content/` holds, what a draft is, what an export contains. Paths are relative
 * to the course, with forward slashes.
 */
export type CourseFiles = {
  texts: ReadonlyMap<string, string>;
  assets: ReadonlyMap<string, Asset>;
};

/**
 * A mistake in a course's files: where it stands and what is wrong. Lines count from 1. Advice does not
 * stop publishing; everything else does.
 */
export type FileProblem = { file: string; line: number; message: string; advice?: boolean };

export const stopsPublishing = (problem: FileProblem): boolean => problem.advice !== true;

export const lessonPath = /^modules\/[^/]+\/[^/]+\.md$/;
export const modulePath = /^modules\/[^/]+\/module\.yaml$/;

/** The number a folder or file begins with: its place among its neighbours. What has none comes last. */
const placeOf = (name: string): number => Number.parseInt(name, 10) || Number.MAX_SAFE_INTEGER;

/** Orders names by their leading number, then by themselves. */
const byPlace = (a: string, b: string): number => placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);

export type ModuleFiles = { folder: string; lessons: string[] };

/** The module folders of a course in their order, each with the paths of its lessons in theirs. */
export function modulesIn(paths: Iterable<string>): ModuleFiles[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const [root, folder, file, ...deeper] = path.split('/');
    if (root !== 'modules' || !folder || !file || deeper.length > 0) continue;
    const lessons = folders.get(folder) ?? [];
    if (file.endsWith('.md')) lessons.push(file);
    folders.set(folder, lessons);
  }
  return [...folders]
    .sort(([a], [b]) => byPlace(a, b))
    .map(([folder, lessons]) => ({
      folder,
      lessons: lessons.sort(byPlace).map((file) => `modules/${folder}/${file}`),
    }));
}
