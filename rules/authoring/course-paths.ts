/** What an upload may bring, at most. Everything is counted while it is read, never believed. */
export const importLimits = {
  /** Of the upload itself. */
  upload: 50 * 1024 * 1024,
  /** Unpacked, all files together, whatever becomes of them. */
  unpacked: 500 * 1024 * 1024,
  entries: 20_000,
  /** How many times its own size an archive may unpack to; up to `freely` nobody counts. */
  ratio: 100,
  freely: 16 * 1024 * 1024,
  file: 25 * 1024 * 1024,
  text: 4 * 1024 * 1024,
  texts: 32 * 1024 * 1024,
  /** Files that are kept. */
  kept: 5_000,
  /** Characters of a path inside the course, and of one as it was sent. */
  path: 200,
  sentPath: 600,
} as const;

/** The characters of a path that no file of a course has: NUL, line breaks and their like. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const controls = /[\u0000-\u001f\u007f]/;

/** Why a path cannot be the path of a course's file, or null when it can. */
export function pathProblem(path: string) {
  if (controls.test(path)) return 'control-in-path';
  if (path.includes('\\')) return 'backslash-in-path';
  if (/^[a-z]:/i.test(path)) return 'drive-path';
  if (path.startsWith('/')) return 'absolute-path';
  const parts = path.split('/');
  if (parts.includes('..')) return 'parent-path';
  if (parts.some((part) => part === '' || part === '.')) return 'odd-path';
  return path.length > importLimits.sentPath ? 'path-too-long' : null;
}

/** The form in which two paths are one on some file system: without case, composed alike. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

/** The first path that another one equals, or stands below as if it were a folder; null when there is none. */
export function clashIn(paths: readonly string[]): { path: string; problem: PathClash } | null {
  const seen = new Set<string>();
  for (const path of paths) {
    const folded = foldedPath(path);
    if (seen.has(folded)) return { path, problem: 'duplicate-path' };
    seen.add(folded);
  }
  for (const path of paths) {
    const parts = foldedPath(path).split('/');
    for (let length = 1; length < parts.length; length += 1) {
      if (seen.has(parts.slice(0, length).join('/'))) return { path, problem: 'file-and-folder' };
    }
  }
  return null;
}
export type PathClash = 'duplicate-path' | 'file-and-folder';

/** What systems leave in folders and nobody wrote: hidden files, `__MACOSX`, thumbnails. */
export const isClutter = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part));

/** The one folder that everything stands in, or null. */
export function sharedTop(paths: readonly string[]): string | null {
  const [first] = paths;
  const top = first?.slice(0, first.indexOf('/')) ?? '';
  return top !== '' && paths.every((path) => path.startsWith(`${top}/`)) ? top : null;
}

/** Whether a file is read as text: of everything else the content decides. */
export const isTextPath = (path: string): boolean => /\.(md|markdown|ya?ml|txt)$/i.test(path);

/** Whether files are a course in our own form, to be taken as they are. */
export const isOurCourse = (paths: Iterable<string>): boolean =>
  [...paths].some((path) => path === 'course.yaml' || /^modules\/[^/]+\/module\.yaml$/.test(path));
