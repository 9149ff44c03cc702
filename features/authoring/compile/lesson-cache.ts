import { createHash } from 'node:crypto';
import type { CourseFiles, FileProblem } from '@/rules/authoring/course-files';
import { bankTexts } from './bank-texts';
import { splitFrontMatter } from './front-matter';
import { KeptTexts } from './kept-texts';
import { type CompiledFile, compileLesson } from './lesson';
import { type CourseLibrary, isForLessons } from './library';

/** What a lesson compiled to: data, so that it can be kept as JSON, too. */
export type LessonResult = { compiled: CompiledFile | null; problems: FileProblem[] };

/** Two courses of 300 long lessons. Compiled they take about five times as much. */
const kept = new KeptTexts<LessonResult>(6_000_000);

const hashOf = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** What the lessons of a course share, as hashes: of what all of them may use, and of the question bank. */
export type SharedHash = { library: string; bank: string };

/** The hashes of what lessons share: a lesson compiled with one library is not that of another. */
export function libraryHash({ texts, assets }: CourseFiles): SharedHash {
  const shared = [...texts].filter(([path]) => isForLessons(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const files = [...assets].sort(([a], [b]) => (a < b ? -1 : 1));
  return { library: hashOf([shared, files]), bank: hashOf([...bankTexts(texts)]) };
}

/**
 * Whether a lesson may draw from the bank. Said of one that does not, it only is compiled more often than it needs
 * to be; a backslash could hide the word in YAML.
 */
const mayDraw = (text: string): boolean => /\bfrom\b|\\/.test(splitFrontMatter(text)?.head ?? '');

/** The key of a lesson among those compiled: its text, and the hashes of what it may share. */
export const lessonKey = ({ library, bank }: SharedHash, text: string): string =>
  hashOf(mayDraw(text) ? [library, text, bank] : [library, text]);

/** What a lesson compiled to in this process; undefined when it did not lately. */
export const keptLesson = (key: string): LessonResult | undefined => kept.get(key);

/** Takes in a lesson that was compiled elsewhere. */
export function takeLesson(key: string, text: string, result: LessonResult): void {
  kept.keep(key, text, result);
}

/**
 * Compiles a lesson, or gives what it compiled to before: the same text with the same library is the same
 * lesson. A course of 300 lessons in which one was changed is then compiled in the time of one.
 */
export async function compileLessonOnce(
  lesson: { path: string; text: string },
  library: CourseLibrary,
  hash: SharedHash,
  report: (problem: FileProblem) => void,
): Promise<CompiledFile | null> {
  const key = lessonKey(hash, lesson.text);
  let entry = kept.get(key);
  if (!entry) {
    // Others are let through between lessons: compiling a whole course takes seconds.
    await new Promise(setImmediate);
    const problems: FileProblem[] = [];
    const note = (problem: FileProblem) => {
      problems.push(problem);
    };
    const compiled = compileLesson(lesson.path, lesson.text, library, note);
    entry = { compiled, problems };
  }
  kept.keep(key, lesson.text, entry);
  // The path is only where it stands: a lesson that was moved is the same lesson.
  for (const problem of entry.problems) report({ ...problem, file: lesson.path });
  return entry.compiled;
}
