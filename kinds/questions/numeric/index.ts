import { requireAttribute } from '@/kinds/blocks/kind';
import { compare, isWithin, readNumber, readTolerance } from '@/rules/assessment/numbers';
import { promptOf, readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { readForeseenNumbers } from './foreseen';
import { givenIn, inFirstUnit, moreOf, type NumericMore, readValue, toleranceOf } from './key';
import { readUnits, type Unit } from './units';

/** Said to whoever has the right number with another unit: half of the marks, and no misconception of the author's. */
const otherUnit =
  '<p><strong>The number is all there is to an answer.</strong> The number is right, but with this unit it means something else.</p>';

const doubts = {
  comma: '<p>The comma in your answer was read as a separator of thousands.</p>',
  point: '<p>The point in your answer was read as a decimal point.</p>',
};

/** A number, within a tolerance and perhaps with its unit. */
export const numeric: QuestionKind = {
  name: 'numeric',
  answerForm: 'text',
  instruction: 'Type a number, with a point before decimals.',
  unanswered: 'Type a number, as 1234.5 or 3.2e5, and choose its unit where there are units to choose from.',
  parse(node, context) {
    const answer = requireAttribute(node, 'answer', context);
    const whole = readWhole(node, context);
    const tolerance = node.attributes?.tolerance ?? '0';
    const units = node.attributes?.units ? readUnits(node.attributes.units) : [];
    const list = node.children.find((child) => child.type === 'list');
    const items = list?.type === 'list' ? list.children : [];
    if (typeof units === 'string') context.problem(node, units);
    const target = answer === null ? null : readNumber(answer);
    const share = readTolerance(tolerance);
    if (!share)
      context.problem(node, `tolerance="${tolerance}" is neither an amount, as 0.1, nor a share, as 2%`);
    if (answer !== null && (!target || target.doubt === 'comma'))
      context.problem(node, `answer="${answer}" is not a number, as 1234.5, without separators of thousands`);
    if (share?.percent && target?.value.n === 0n)
      context.problem(node, 'a share of 0 is 0: give the tolerance as an amount');
    if (answer === null || !target || !share || !whole || typeof units === 'string') return null;

    const marks: NumericMore = { tolerance, units, wrong: [] };
    const { wrong, feedback } = readForeseenNumbers(items, target.value, marks, context);
    const more: NumericMore = { ...marks, wrong };
    const prompt = promptOf(node, [list, whole.quotation], context);
    const size = (unit: Unit) => inFirstUnit({ n: 1n, d: 1n }, unit.name, more);
    const bySize = units.toSorted((unit, other) => compare(size(unit), size(other)));
    return {
      student: {
        kind: 'numeric',
        prompt,
        options: [],
        // By their size, as the first of the author's is the right one.
        ask: { form: 'text', numeric: true, units: bySize.map(({ name }) => name), lang: null },
      },
      key: {
        kind: 'numeric',
        correct: [answer, ...units.slice(0, 1).map(({ name }) => name)],
        feedback,
        right: whole.right,
        wrong: whole.wrong,
        more,
      },
    };
  },
  grade(key, answer) {
    const more = moreOf(key);
    const given = more && givenIn(answer, more);
    const target = readNumber(key.correct[0] ?? '')?.value;
    if (!given || !target) return null;
    const tolerance = toleranceOf(more);
    const value = inFirstUnit(given.value, given.unit, more);
    if (isWithin(value, target, tolerance))
      return { correct: true, score: 1, options: [], overall: key.right };
    const foreseen = more.wrong.find((one) => {
      const read = readValue(one.value, more);
      return read && isWithin(value, inFirstUnit(read.value, one.unit, more), tolerance);
    });
    const half = more.units.length > 0 && isWithin(given.value, target, tolerance);
    const said = (foreseen && key.feedback[foreseen.id]) ?? (half ? otherUnit : key.wrong) ?? '';
    const doubt = given.doubt ? doubts[given.doubt] : '';
    return { correct: false, score: half ? 0.5 : 0, options: [], overall: `${said}${doubt}` };
  },
};
