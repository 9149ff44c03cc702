import type { FileProblem } from '@/rules/authoring/course-files';
import { hiddenPassage } from './checks';
import type { CourseLibrary } from './library';

/** What sources and passages there are. */
export type Known = Pick<CourseLibrary, 'sources' | 'passages'>;

type Where = (path: (string | number)[]) => { file: string; line: number };

/** Says which sources or passages a list names that are not there, or may not be shown. */
export function nameProblems(
  names: readonly string[],
  list: 'sources' | 'directives',
  known: Known,
  where: Where,
  path: (string | number)[] = [],
): FileProblem[] {
  return names.flatMap((name, index) => {
    const why = list === 'sources' ? sourceProblem(name, known) : passageProblem(name, known);
    const twice = names.indexOf(name) < index ? `"${name}" is named twice` : null;
    const message = why ?? twice;
    return message ? [{ ...where([...path, list, index]), message: `${list}: ${message}` }] : [];
  });
}

const sourceProblem = (id: string, { sources }: Known): string | null =>
  sources.has(id) ? null : `there is no source "${id}"`;

/** Why a passage cannot be named, or null when it can. */
export const passageProblem = (id: string, known: Known): string | null =>
  known.passages.has(id) ? hiddenPassage(id, known) : `there is no passage "${id}"`;
