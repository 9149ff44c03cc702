import { type LearnerError, type Values, wrong } from '../verdict';
import { answersIn, nameIn } from './check';
import { drawCases } from './task';
import { questions, walk } from './tree';

const inCases = (count: number, of: number): string =>
  count === 1 ? `In one of your ${of} cases` : `In ${count} of your ${of} cases`;

/** How many answers of two paths are the same before the first that differs. */
function shared(one: string, other: string): number {
  const differs = [...one].findIndex((answer, at) => answer !== other[at]);
  return differs < 0 ? one.length : differs;
}

/**
 * Whether the facts bear the ways that were taken, and the fact behind each end. It says in how many cases they do
 * not and at which question to look again, but not in which case.
 */
export function needHidden(seed: Uint8Array, values: Values): LearnerError | null {
  const work = drawCases(seed).map(({ drawn, facts }, at) => {
    const path = walk(answersIn(values, at + 1))
      .answers.map((answer) => answer[0])
      .join('');
    const cited = facts.find(({ id }) => id === values[nameIn(at + 1, 'fact')])?.key ?? '';
    const strays = Math.max(...Object.keys(drawn.bears).map((right) => shared(path, right)));
    return { strays, deciding: drawn.bears[path], cited };
  });
  const against = work.filter(({ deciding }) => !deciding);
  if (against.length > 0) {
    const at = Math.min(...against.map(({ strays }) => strays));
    const { asks = '' } = questions[at] ?? {};
    return wrong(
      'E_AGAINST',
      '',
      `${inCases(against.length, work.length)} a fact speaks against an answer. Look in all of them at “${asks}” first.`,
    );
  }
  const undecided = work.filter(({ deciding, cited }) => !deciding?.includes(cited)).length;
  if (undecided > 0)
    return wrong(
      'E_FACT',
      '',
      `${inCases(undecided, work.length)} the fact does not decide the last question that you answered. It may be true and speak of another question.`,
    );
  return null;
}
