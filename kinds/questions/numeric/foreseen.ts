import type { ListItem } from 'mdast';
import type { CompileContext } from '@/kinds/blocks/kind';
import { compare, type Exact, isWithin } from '@/rules/assessment/numbers';
import { readForeseen } from '../feedback';
import { inFirstUnit, type NumericMore, readValue, toleranceOf } from './key';

/**
 * Reads the wrong numbers that are foreseen, and what is said to whoever gives them, by their ids. Reports what
 * is no number, is right within the tolerance, or stands there twice.
 */
export function readForeseenNumbers(
  items: readonly ListItem[],
  target: Exact,
  more: NumericMore,
  context: CompileContext,
): { wrong: NumericMore['wrong']; feedback: Record<string, string> } {
  const wrong: NumericMore['wrong'] = [];
  const feedback: Record<string, string> = {};
  const values: Exact[] = [];
  for (const item of items) {
    const found = readForeseen(item, context);
    if (!found) continue;
    const { text, html } = found;
    const read = readValue(text, more);
    const value = read && inFirstUnit(read.value, read.unit, more);
    if (!value) {
      context.problem(item, `"${text}" is not a number, alone or with one of the units`);
    } else if (isWithin(value, target, toleranceOf(more))) {
      context.problem(item, `"${text}" is foreseen as wrong, but it is within the tolerance of the answer`);
    } else if (values.some((other) => compare(other, value) === 0)) {
      context.problem(item, `"${text}" is foreseen twice`);
    } else {
      const id = `wrong-${values.push(value)}`;
      wrong.push({ id, value: text, unit: read.unit });
      feedback[id] = html;
    }
  }
  return { wrong, feedback };
}
