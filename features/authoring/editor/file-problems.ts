import { isBankPath } from '@/rules/assessment/bank';
import { type FileProblem, lessonPath, modulePath } from '@/rules/authoring/course-files';
import { checkPrompts, type InternalLink } from '../compile/checks';
import { isLibraryFile, readLibrary } from '../compile/library';
import { moduleSchema } from '../compile/schemas';
import { parseYaml } from '../compile/yaml';
import type { CourseContext } from './course-context';

/** By line; what stops publishing before advice on the same line. */
const byLine = (a: FileProblem, b: FileProblem): number =>
  a.line - b.line || Number(a.advice ?? false) - Number(b.advice ?? false);

/** What is wrong in a file that is no lesson, with this text in place of the one that is stored. */
export async function yamlProblems(
  { texts, assets }: Pick<CourseContext, 'texts' | 'assets'>,
  path: string,
  text: string,
): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const report = (problem: FileProblem) => {
    problems.push(problem);
  };
  if (path.endsWith('.yaml')) checkPrompts(path, text, report);
  if (modulePath.test(path)) parseYaml(path, text, moduleSchema, report);
  else if (isLibraryFile(path))
    await readLibrary({ texts: new Map([...texts, [path, text]]), assets }, report);
  return problems.filter(({ file }) => file === path).sort(byLine);
}

/** Says which links lead to a lesson that is not there, or to a block of this lesson that is not. */
export function linkProblems(
  file: string,
  links: InternalLink[],
  own: { id: string; blocks: { id: string }[] },
  lessonIds: ReadonlySet<string>,
): FileProblem[] {
  const blocks = new Set(own.blocks.map(({ id }) => id));
  return links.flatMap(({ line, lesson, block }) => {
    const here = lesson === null || lesson === own.id;
    if (!here)
      return lessonIds.has(lesson) ? [] : [{ file, line, message: `there is no lesson "${lesson}"` }];
    if (block === null || blocks.has(block) || block.startsWith('src-')) return [];
    return [{ file, line, message: `there is no block "${block}" in this lesson` }];
  });
}

/** Says of every other lesson that has the id of this one. */
export function idProblems(
  file: { id: string; path: string },
  lessonId: string,
  line: number,
  lessons: CourseContext['lessons'],
): FileProblem[] {
  const other = lessons.find(({ id, fileId }) => id === lessonId && fileId !== file.id);
  return other
    ? [{ file: file.path, line, message: `the lesson id "${lessonId}" is used by "${other.title}" too` }]
    : [];
}

export const isLesson = (path: string): boolean => lessonPath.test(path);
export const isSet = (path: string): boolean => isBankPath(path) && path.endsWith('.md');
export { byLine };
