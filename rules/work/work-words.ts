import { lateInWords } from '../assessment/quiz-words';
import { filesInWords } from './files';
import { moderationInWords } from './moderation-words';
import { pointsOf } from './rubric';
import type { WorkRules } from './work';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/**
 * The rules of written work in words, as a learner reads them before they write: pairs of a name and what it is.
 * @param times in words, where it is due and where it closes
 */
export function workRulesInWords(
  rules: WorkRules,
  { due, closes }: { due: string | null; closes: string | null },
): [name: string, value: string][] {
  const { words, late, turnaround, release, anonymous, pass, revisions, rubric, moderation, files } = rules;
  return [
    ['Length', `${words.least} to ${words.most} words; every Chinese character counts as one`],
    ...(files ? [['Files', filesInWords(files)] as [string, string]] : []),
    [
      'Graded by',
      `a person, with ${counted(rubric.length, 'criterion', 'criteria')} and ${pointsOf(rubric)} points`,
    ],
    ...(moderation ? [['Graded twice', moderationInWords(moderation)] as [string, string]] : []),
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
      ? [['Closes', `${closes}. What is saved and long enough is handed in then`] as [string, string]]
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
