import type { FileProblem } from '@/rules/authoring/course-files';
import { type ScorecardRow, scorecardSchema } from './library-schemas';
import { type Known, nameProblems, passageProblem } from './named-parts';
import { parseYaml } from './yaml';

export const scorecardPath = 'scorecard.yaml';

/** The scorecard of a course: a row a directive. Reports every mistake in it. */
export function readScorecard(
  text: string | undefined,
  known: Known,
  report: (problem: FileProblem) => void,
): ScorecardRow[] {
  if (text === undefined) return [];
  const parsed = parseYaml(scorecardPath, text, scorecardSchema, report);
  if (!parsed) return [];
  const rows = new Map<string, ScorecardRow>();
  for (const [index, row] of parsed.value.entries()) {
    const at = (path: (string | number)[]) => ({
      file: scorecardPath,
      line: parsed.lineOf([index, ...path]),
    });
    const twice = rows.has(row.directive) ? `"${row.directive}" is judged twice` : null;
    const why = twice ?? passageProblem(row.directive, known);
    if (why) report({ ...at(['directive']), message: `directive: ${why}` });
    for (const part of ['found', 'against'] as const) {
      for (const [number, { sources }] of row[part].entries())
        nameProblems(sources, 'sources', known, at, [part, number]).forEach(report);
    }
    rows.set(row.directive, row);
  }
  return [...rows.values()];
}
