import { isBankPath } from '@/rules/assessment/bank';

/** The texts of the bank among the files of a course, by path. */
export const bankTexts = (texts: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...texts].filter(([path]) => isBankPath(path)).sort(([a], [b]) => (a < b ? -1 : 1)));
