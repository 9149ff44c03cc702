/** Why a list is not taken in at all, in words for whoever sent it. The code is for addresses and tests. */
export const listRefusals = {
  'no-rows': 'There are no people in this list. It needs one person on each line.',
  'too-many-rows': 'This list has more than 100,000 rows. Cut it into parts.',
  'too-large': 'This list is larger than 25 MB. Cut it into parts.',
  'too-much-pasted': 'This is more than can be pasted. Save it as a file and upload that.',
  'unclosed-quote':
    'A quotation mark that opens a cell is never closed, so what follows cannot be told apart.',
  'unknown-encoding':
    'The characters of this file cannot be read. Save it as “CSV UTF-8”, or as Unicode text, and send it again.',
  'not-a-list':
    'This is no list of people as text. A spreadsheet can save one: choose CSV, and send that file.',
  workbook: 'This is a workbook of a spreadsheet. Save the sheet with the people as CSV, and send that file.',
  'too-wide': 'This list has more than 100 columns. Take out those that say nothing about who is enrolled.',
  'archive-broken': 'This archive cannot be unpacked. Make it again, as a plain zip without a password.',
  'archive-too-large':
    'Unpacked, this archive is larger than the lists of a whole school. Export fewer classes.',
  'oneroster-missing':
    'An archive is taken when it is an export in the form of OneRoster: users.csv, classes.csv and enrollments.csv.',
  'oneroster-version':
    'This export is of a version of OneRoster that is not known here. Export it as 1.2 or 1.1.',
  'oneroster-delta':
    'This export holds changes only. Export it in bulk: a list is compared with the last one here.',
} as const;

export type ListRefusal = keyof typeof listRefusals;

export const isListRefusal = (code: unknown): code is ListRefusal =>
  typeof code === 'string' && Object.hasOwn(listRefusals, code);
