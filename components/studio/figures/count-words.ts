import type { Shown } from '@/rules/tables/small-groups';

/** A count as figures show it: "1,204", "fewer than 5", "5 or more". */
export function countInWords(shown: Shown): string {
  if (shown === 'few') return 'fewer than 5';
  return shown === 'many' ? '5 or more' : shown.toLocaleString('en');
}

/** The share of a part, in whole percent; null where one of both is not shown exactly. */
export function shareOf(part: Shown, total: Shown): number | null {
  if (typeof part !== 'number' || typeof total !== 'number' || total === 0) return null;
  return Math.round((part / total) * 100);
}

/** "1", "1 and 2", "1, 2 and 3". */
export const listInWords = (numbers: readonly number[]): string =>
  new Intl.ListFormat('en-GB').format(numbers.map(String));
