import type { FileProblem } from '@/rules/authoring/course-files';
import type { Release } from '@/rules/editions/edition';
import { estimateMinutes } from '@/rules/learning/reading-time';
import type { InternalLink } from '../compile/checks';
import { splitFrontMatter } from '../compile/front-matter';
import { compileLesson } from '../compile/lesson';
import { compileLessonOnce, type SharedHash } from '../compile/lesson-cache';
import type { CourseLibrary } from '../compile/library';
import { setFrontMatter } from './front-matter';
import { readHead } from './head';

/** What the outline keeps of a lesson that was compiled: not its text. */
export type CheckedLesson = {
  minutes: number;
  problems: Omit<FileProblem, 'file'>[];
  /** What other lessons see of it; null when it did not compile. */
  seen: {
    id: string;
    release: Release;
    preparation: string[];
    links: InternalLink[];
    blocks: Set<string>;
    /** The names of the sets of the bank that it draws from. */
    sets: string[];
  } | null;
};

/** Compiles a lesson for its problems and its minutes, or takes what it compiled to before. */
export async function checkLesson(
  file: { path: string; text: string },
  library: CourseLibrary,
  hash: SharedHash,
): Promise<CheckedLesson> {
  const problems: CheckedLesson['problems'] = [];
  const compiled = await compileLessonOnce(file, library, hash, ({ file: _file, ...problem }) => {
    problems.push(problem);
  });
  if (!compiled) return { minutes: roughMinutes(file.path, file.text), problems, seen: null };
  const { lesson, release, preparation, links, sets } = compiled;
  const blocks = new Set(lesson.blocks.map(({ id }) => id));
  const seen = { id: lesson.id, release, preparation, links, blocks, sets };
  return { minutes: lesson.minutes, problems, seen };
}

/** The minutes of a lesson that cannot be compiled, from the words of its text. */
function roughMinutes(path: string, text: string): number {
  const questions = text.match(/^:::question\b/gm)?.length ?? 0;
  const others = text.match(/^::[\w:]/gm)?.length ?? 0;
  const words = splitFrontMatter(text)?.body ?? text;
  return readHead(path, text).minutes ?? estimateMinutes(words, { questions, others: others - questions });
}

/** The minutes that are estimated where a lesson says none. */
export function estimatedMinutes(path: string, text: string, library: CourseLibrary): number {
  const without = setFrontMatter(text, { minutes: null }) ?? text;
  return compileLesson(path, without, library, () => {})?.lesson.minutes ?? roughMinutes(path, without);
}
