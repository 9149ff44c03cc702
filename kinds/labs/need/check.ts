import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { NeedTask } from './task';
import { endLabel, ends, questions, walk } from './tree';

/** The name of a field of one case; the first case is number 1. */
export const nameIn = (number: number, what: string): string => `case-${number}.${what}`;

/** The answers that stand in the form for one case, in the order of the questions. */
export const answersIn = (values: Values, number: number): (string | undefined)[] =>
  questions.map(({ name }) => values[nameIn(number, name)]);

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** The beginning of a fact, for a list in which it has to be recognised. */
const beginning = (says: string): string =>
  says.length <= 48 ? says : `${says.slice(0, says.lastIndexOf(' ', 46))} …`;

/** What is asked for: the way through the tree for each case, its end, and the fact that decides. */
export const needFields = ({ cases }: NeedTask): readonly Field[] =>
  cases.flatMap(({ title, facts }, at) => {
    const number = at + 1;
    const group = `${number} ${title}`;
    return [
      ...questions.map(({ name, asks }) => ({
        name: nameIn(number, name),
        kind: 'choice' as const,
        group,
        label: asks,
        options: yesOrNo,
        optional: true as const,
      })),
      {
        name: nameIn(number, 'end'),
        kind: 'choice',
        group,
        label: 'The kind of blockchain at the end of your way',
        options: ends,
      },
      {
        name: nameIn(number, 'fact'),
        kind: 'choice',
        group,
        label: 'The fact that decides your last answer',
        options: facts.map(({ id, says }) => ({ value: id, label: `${id} ${beginning(says)}` })),
      },
    ] as const;
  });

/** Whether each way through the tree is one: it has no gap, nothing after its end, and the end that it leads to. */
export function needCheck({ cases }: NeedTask, values: Values): LearnerError | null {
  for (const number of cases.map((_, at) => at + 1)) {
    const given = answersIn(values, number);
    const { answers, end } = walk(given);
    const fieldAt = (at: number) => nameIn(number, questions[at]?.name ?? 'end');
    if (end === null)
      return wrong(
        'E_OPEN',
        fieldAt(answers.length),
        'Your answers before it lead to this question: answer it with yes or no.',
      );
    const beyond = given.findIndex((answer, at) => at >= answers.length && answer);
    if (beyond >= 0)
      return wrong(
        'E_BEYOND',
        fieldAt(beyond),
        'Your way has ended before this question: leave it open, or look at the answers before it again.',
      );
    if (values[nameIn(number, 'end')] !== end)
      return wrong(
        'E_END',
        nameIn(number, 'end'),
        `Your answers lead elsewhere, to “${endLabel(end)}”: either an answer or this has to change.`,
      );
  }
  return null;
}
