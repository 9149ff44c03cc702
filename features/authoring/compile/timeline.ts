import type { FileProblem } from '@/rules/authoring/course-files';
import { type TimelineEntry, timelineSchema } from './library-schemas';
import { type Known, nameProblems } from './named-parts';
import { parseYaml } from './yaml';

/** The timeline of a course, earliest first. Reports every mistake in its files. */
export function readTimeline(
  files: ReadonlyMap<string, string>,
  known: Known,
  report: (problem: FileProblem) => void,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const [file, text] of files) {
    const parsed = parseYaml(file, text, timelineSchema, report);
    for (const [index, entry] of (parsed?.value ?? []).entries()) {
      const at = (path: (string | number)[]) => ({ file, line: parsed?.lineOf([index, ...path]) ?? 1 });
      nameProblems(entry.sources, 'sources', known, at).forEach(report);
      nameProblems(entry.directives, 'directives', known, at).forEach(report);
      entries.push(entry);
    }
  }
  // A year alone stands before its months: it may be any of them.
  return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
