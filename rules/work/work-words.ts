import { counted } from '@/rules/counted';
import { lateInWords } from '../assessment/quiz-words';
import { passageForm } from '../claims/entry';
import { nameIn } from '../claims/plain';
import { filesInWords } from './files';
import { moderationInWords } from './moderation-words';
import { peersInWords } from './peer-words';
import { pointsOf } from './rubric';
import { countWords } from './text';
import type { WorkRules } from './work';

/** The passages and lessons that a log has to cover, in words; nothing where there are none. */
const coversInWords = (covers: readonly string[], nameOf: (id: string) => string): [string, string][] =>
  covers.length === 0
    ? []
    : [
        [
          'Covers',
          covers.map((id) => (passageForm.test(id) ? nameOf(id) : `the lesson “${nameOf(id)}”`)).join('; '),
        ],
      ];

/** What is asked for: how many words, or how many entries on what. */
function askedInWords(rules: WorkRules, nameOf: (id: string) => string): [string, string][] {
  if (rules.form === 'text') {
    const { least, most } = rules.words;
    return [['Length', `${least} to ${most} words; every Chinese character counts as one`]];
  }
  const { least, most } = rules.entries;
  return [
    ['Asked for', `${least} to ${most} complete entries of your claim log`],
    ...coversInWords(rules.covers, nameOf),
  ];
}

/** What the rules of a claim log name, by its id, as its learner knows it. */
export function coverNames(
  rules: WorkRules,
  lessons: readonly { id: string; title: string }[],
): Record<string, string> {
  if (rules.form === 'text') return {};
  const nameOf = nameIn(new Map(lessons.map(({ id, title }) => [id, title])));
  return Object.fromEntries(rules.covers.map((id) => [id, nameOf(id)]));
}

/** How much was handed in, beside how much was asked for. */
export function sizeInWords(rules: WorkRules, text: string, entries: number): string {
  if (rules.form === 'text')
    return `${counted(countWords(text), 'word')}; ${rules.words.least} to ${rules.words.most} were asked for.`;
  const { least, most } = rules.entries;
  return `${counted(entries, 'entry', 'entries')}; ${least} to ${most} were asked for.`;
}

/**
 * The rules of written work in words, as a learner reads them before they write: pairs of a name and what it is.
 * @param times in words, where it is due and where it closes
 * @param nameOf a lesson or passage as its learner knows it
 */
export function workRulesInWords(
  rules: WorkRules,
  { due, closes }: { due: string | null; closes: string | null },
  nameOf: (id: string) => string = (id) => id,
): [name: string, value: string][] {
  const { form, late, turnaround, release, anonymous, pass, revisions, rubric, moderation, files, peers } =
    rules;
  return [
    ...askedInWords(rules, nameOf),
    ...(files ? [['Files', filesInWords(files)] as [string, string]] : []),
    [
      'Graded by',
      `${peers?.counts ? 'others who take the course, or a person' : 'a person'}, with ${counted(rubric.length, 'criterion', 'criteria')} and ${pointsOf(rubric)} points`,
    ],
    ...(moderation ? [['Graded twice', moderationInWords(moderation)] as [string, string]] : []),
    ...(peers ? peersInWords(peers) : []),
    ['Back', `within ${counted(turnaround, 'day')} after you hand it in`],
    ...(release === 'by-hand' ? [['Result', 'shown once it is released'] as [string, string]] : []),
    ['Passed', pass === undefined ? 'Handing in is enough' : `From ${pass} % on`],
    [
      'Handed in again',
      revisions === 0
        ? 'Not possible: it is handed in once'
        : `${revisions === 1 ? 'Once' : `${revisions} times`}, when it is back; the best counts`,
    ],
    ...(anonymous ? [['Your name', 'not shown to who grades it'] as [string, string]] : []),
    ...(due ? [['Due', late ? `${due}. ${lateInWords(late)}` : due] as [string, string]] : []),
    ...(closes
      ? [
          [
            'Closes',
            form === 'text'
              ? `${closes}. What is saved and long enough is handed in then`
              : `${closes}. Hand it in before: the clock does not do that for you`,
          ] as [string, string],
        ]
      : []),
  ];
}

const hour = 3_600_000;

/** A length of time in the largest unit that fits, rounded down: "2 days", "5 hours". */
function spanInWords(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hour);
  if (hours < 1) return 'less than an hour';
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

/** Where a promise stands: how long is left, or since when it is broken. */
export function promiseInWords(backAt: Date, now: Date): { overdue: boolean; words: string } {
  const left = backAt.getTime() - now.getTime();
  return left < 0
    ? { overdue: true, words: `Overdue: promised ${spanInWords(-left)} ago` }
    : { overdue: false, words: `${spanInWords(left)} left` };
}

/** The place in the queue, as its learner reads it. */
export const placeInWords = (place: number): string =>
  place === 1 ? 'It is the next to be graded' : `It is number ${place} in the queue`;
