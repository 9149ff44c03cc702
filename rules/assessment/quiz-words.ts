import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '../time/duration';
import type { LatePolicy } from './late';
import { type QuizRules, releasedAtOnce } from './quiz';

const countsWords = {
  best: 'the best counts',
  latest: 'the latest counts',
  first: 'the first counts',
} as const;

const reviewWords = {
  answers: 'what was said of each answer',
  'answers-after-last':
    'which answers were right; what was said of each once it is passed, closed, or no attempt is left',
  marks: 'which answers were right',
  score: 'the result alone',
} as const;

const hintWords = {
  on: 'Some questions have them; what each costs is said before you take it',
  off: 'None are given in this quiz',
} as const;

const sureWords = 'You may say it with each answer; it changes no points';

/** What being late takes, in words. */
export const lateInWords = ({ perDay, floor }: LatePolicy): string =>
  `Each day late, begun days included, takes ${perDay} % of what was earned${floor > 0 ? `; ${floor} % of it always stay` : ''}.`;

/**
 * The rules of a quiz in words, as a learner reads them before they start: pairs of a name and what it is.
 * @param questions how many an attempt asks
 * @param times in words, where it is due and where it closes
 */
export function quizRulesInWords(
  rules: QuizRules,
  questions: number,
  { due, closes }: { due: string | null; closes: string | null },
): [name: string, value: string][] {
  const { minutes, attempts, counts, pass, draw, review, mode, late, hints, confidence } = rules;
  const limit = attempts === undefined ? 'As many as you like' : counted(attempts, 'attempt', 'attempts');
  return [
    ['Questions', draw === undefined ? String(questions) : `${questions}, drawn anew for each attempt`],
    ['Time', minutes === undefined ? 'No limit' : `${hoursAndMinutes(minutes)}, from the moment you start`],
    ['Attempts', attempts === 1 ? limit : `${limit}; ${countsWords[counts]}`],
    ['Passed', mode === 'graded' ? `From ${pass} % on` : 'For practice: handing in is enough'],
    ...(hints ? [['Hints', hintWords[hints]] as [string, string]] : []),
    ...(confidence ? [['How sure you are', sureWords] as [string, string]] : []),
    ['Afterwards you see', reviewWords[review]],
    ...(releasedAtOnce(rules)
      ? []
      : [['Result', 'shown once it is released, not at once'] as [string, string]]),
    ...(rules.anonymous
      ? [['Graders', 'see no name while they mark what you write'] as [string, string]]
      : []),
    ...(rules.turnaround
      ? [
          ['Back', `within ${counted(rules.turnaround, 'day', 'days')}: a grader marks what you write`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(due ? [['Due', late ? `${due}. ${lateInWords(late)}` : due] as [string, string]] : []),
    ...(closes ? [['Closes', closes] as [string, string]] : []),
  ];
}

/** Time that is left, to the second: "1:04:09", "19:05". */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const part = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${hours > 0 ? `${hours}:${part(minutes)}` : minutes}:${part(seconds % 60)}`;
}
