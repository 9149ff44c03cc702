import { orderScore } from '@/rules/assessment/scores';
import { shuffled } from '@/rules/assessment/shuffle';
import type { Answer } from '@/rules/learning/evidence';
import { promptOf, readWhole, renderInline } from '../feedback';
import type { QuestionKind } from '../kind';
import { optionId } from '../option-id';

/** Items to be put in order. They are written in the right order and shown in another, fixed one. */
export const ordering: QuestionKind = {
  name: 'ordering',
  answerForm: 'order',
  instruction: 'Number the items from first to last.',
  unanswered: 'Give every item its own place, from first to last.',
  parse(node, context) {
    const list = node.children.find((child) => child.type === 'list');
    if (list?.type !== 'list' || !list.ordered || list.children.length < 3 || list.children.length > 6) {
      context.problem(node, 'kind="ordering" needs a numbered list of three to six items');
      return null;
    }
    const whole = readWhole(node, context);
    if (!whole) return null;
    const { quotation, right, wrong } = whole;
    const items = list.children.map((item) => renderInline(item.children, context));
    if (new Set(items).size < items.length) {
      context.problem(list, 'two items of kind="ordering" read the same');
      return null;
    }
    const shown = shuffled(items);
    const correct = items.map((item) => optionId(shown.indexOf(item)));
    return {
      student: {
        kind: 'ordering',
        prompt: promptOf(node, [list, quotation], context),
        options: shown.map((html, index) => ({ id: optionId(index), html })),
      },
      key: {
        kind: 'ordering',
        correct,
        feedback: Object.fromEntries(correct.map((id) => [id, ''])),
        right,
        wrong,
      },
    };
  },
  grade(key, answer) {
    if (!isPermutation(key.correct, answer)) return null;
    const options = answer.map((id, index) => ({ id, right: key.correct[index] === id, html: '' }));
    const correct = options.every((option) => option.right);
    return {
      correct,
      score: orderScore(key.correct, answer),
      options,
      overall: correct ? key.right : key.wrong,
    };
  },
};

function isPermutation(ids: string[], answer: Answer): boolean {
  return (
    answer.length === ids.length &&
    new Set(answer).size === ids.length &&
    answer.every((id) => ids.includes(id))
  );
}
