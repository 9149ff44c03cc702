import { counted } from '@/rules/counted';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "23 November 2026". */
export const dayInWords = (day: Date): string => days.format(day);

/** "the draft", "edition 3". */
export const versionInWords = (version: string): string =>
  version === 'draft' ? 'the draft' : `edition ${version}`;

/** "one problem", "3 problems". */
export const problemsInWords = (count: number): string =>
  count === 1 ? 'one problem' : counted(count, 'problem');
