import { csvLine } from '../files/csv-text';
import { evidenceLevels, speechModes } from '../sources/evidence-levels';
import { type ClaimEntry, claimFields, passageForm } from './entry';

/** The title of a lesson by its id; the id where there is none. */
export type LessonTitles = ReadonlyMap<string, string>;

/** A lesson or passage by its id, as a learner knows it. */
export const nameIn =
  (titles: LessonTitles) =>
  (id: string): string =>
    titles.get(id) ?? (passageForm.test(id) ? `passage ${id}` : id);

const titleOf = (titles: LessonTitles, lesson: string): string => titles.get(lesson) ?? lesson;

const line = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

/** The level of the evidence with its name; empty where none is chosen. */
export const levelInWords = ({ level }: Pick<ClaimEntry, 'level'>): string =>
  level === '' ? '' : `${level} ${evidenceLevels[level]}`;

/** How the claim is carried, in words; empty where that is not chosen. */
export const modeInWords = ({ mode }: Pick<ClaimEntry, 'mode'>): string =>
  mode === '' ? '' : speechModes[mode];

/** An entry as pairs of a name and what it says; what is empty is left out. */
export function entryInWords(entry: ClaimEntry, titles: LessonTitles): [name: string, value: string][] {
  const pairs: [string, string][] = [
    [claimFields.claim, entry.claim],
    [claimFields.speaker, entry.speaker],
    [claimFields.mode, modeInWords(entry)],
    [claimFields.evidence, entry.evidence],
    [claimFields.level, levelInWords(entry)],
    [claimFields.change, entry.change],
    [claimFields.passage, entry.passage],
    ['From the lesson', titleOf(titles, entry.lesson)],
  ];
  return pairs.filter(([, value]) => value.trim() !== '');
}

/**
 * Entries as a text to be read: one paragraph each, which begins with its number. It is the text of the work that
 * is handed in, so that whoever reads texts can read it, too.
 */
export const entriesAsText = (entries: readonly ClaimEntry[], titles: LessonTitles): string =>
  entries
    .map((entry, index) =>
      [
        `Entry ${index + 1}`,
        ...entryInWords(entry, titles).map(([name, value]) => `${name}: ${line(value)}`),
      ].join('\n'),
    )
    .join('\n\n');

/** What would be read as Markdown at the beginning or within a line is written as a text. */
const plain = (text: string): string =>
  line(text)
    .replace(/[\\`*_[\]<>#|~$&!]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$&');

/** Entries as Markdown for their learner to take away. */
export const entriesAsMarkdown = (
  title: string,
  entries: readonly ClaimEntry[],
  titles: LessonTitles,
): string =>
  [
    `# ${plain(title)}: claim log`,
    ...entries.map((entry, index) =>
      [
        `## ${index + 1}. ${plain(entry.claim) || 'No claim yet'}`,
        '',
        ...entryInWords(entry, titles)
          .filter(([name]) => name !== claimFields.claim)
          .map(([name, value]) => `- **${name}:** ${plain(value)}`),
      ].join('\n'),
    ),
  ].join('\n\n');

/** Entries as the lines of a CSV file, its head first. */
export const entriesAsCsv = (entries: readonly ClaimEntry[], titles: LessonTitles): string =>
  [
    csvLine([...Object.values(claimFields), 'Lesson']),
    ...entries.map((entry) =>
      csvLine([
        entry.claim,
        entry.speaker,
        modeInWords(entry),
        entry.evidence,
        levelInWords(entry),
        entry.change,
        entry.passage,
        titleOf(titles, entry.lesson),
      ]),
    ),
  ].join('');
