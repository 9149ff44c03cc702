import type { FinishedRun, RunTest } from './run';
import { type LearnerError, wrong } from './verdict';

/** A test of work, with what its learner is told where it fails. */
export type JudgedTest = RunTest & { code: LearnerError['code']; fails: string; where: string };

const sentence = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return /[.?]$/.test(line) ? line : `${line}.`;
};

/**
 * What a report means for whoever is tested: the first test that fails decides.
 * @param fields The field that each unit was written in.
 */
export function judgeRun(
  report: FinishedRun,
  tests: readonly JudgedTest[],
  fields: Readonly<Record<string, string>>,
): LearnerError | null {
  if (report.outcome === 'refused') return wrong('E_SOURCE', fields[report.unit] ?? '', report.says);
  if (report.outcome === 'not-compiled') {
    const { unit = '', line = 1, column = 1, says = '' } = report.errors[0] ?? {};
    return wrong('E_COMPILE', fields[unit] ?? '', sentence(`Line ${line}, column ${column}: ${says}`));
  }
  const failed = report.tests.find(({ passed }) => !passed);
  if (!failed) return null;
  const test = tests.find(({ name }) => name === failed.name);
  if (!test) return wrong('E_TEST', '', sentence(failed.title));
  const why = failed.hidden || !failed.why ? '' : ` ${failed.why}`;
  return wrong(test.code, test.where, sentence(`${test.fails}${why}`));
}
