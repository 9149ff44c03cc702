import { promptOf, readWhole, renderInline } from '../feedback';
import type { QuestionKind } from '../kind';
import { asOrder, gradeOrder } from '../order';

/** Items to be put in order. They are written in the right order and shown in another, fixed one. */
export const ordering: QuestionKind = {
  name: 'ordering',
  answerForm: 'order',
  instruction: 'Put the items in order, from first to last.',
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
    const { options, correct } = asOrder(items);
    return {
      student: {
        kind: 'ordering',
        prompt: promptOf(node, [list, quotation], context),
        options,
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
  grade: gradeOrder,
};
