import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { gradeChoice, readOption } from '../choice';
import { promptOf } from '../feedback';
import type { QuestionKind } from '../kind';

const sides = ['True', 'False'] as const;

/** What a reason of the right side and no right reason is worth: half of the answer is right. */
const halfRight = 0.5;
const halfSaid = '<p>Whether it is true you have right. The reason is another one.</p>';

/** The id of a reason says on which side it stands: t1, t2, f1. Without a number, how those of a side begin. */
const reasonId = (side: number, index?: number): string =>
  `${side === 0 ? 't' : 'f'}${index === undefined ? '' : index + 1}`;

/** A statement that is true or false, for one of several reasons. */
export const trueFalse: QuestionKind = {
  name: 'true-false',
  answerForm: 'one',
  instruction: 'Say whether it is true, and why.',
  unanswered: 'Choose true or false, with a reason, first.',
  parse(node, context) {
    const read = readSides(node, context);
    if (!read) return null;
    const prompt = promptOf(node, read.nodes, context);
    const reasons = read.lists.flatMap(({ children }, side) =>
      children.map((item, index) => ({ id: reasonId(side, index), option: readOption(item, context) })),
    );
    const options = reasons.flatMap(({ id, option }) => (option ? [{ ...option, id }] : []));
    if (options.length < reasons.length) return null;
    const correct = options.filter(({ right }) => right).map(({ id }) => id);
    if (correct.length !== 1) {
      context.problem(node, `kind="true-false" has exactly one [x] over both lists, not ${correct.length}`);
      return null;
    }
    const groups = sides.map((label, side) => ({
      label,
      ids: options.map(({ id }) => id).filter((id) => id.startsWith(reasonId(side))),
    }));
    return {
      student: {
        kind: 'true-false',
        prompt,
        options: options.map(({ id, html }) => ({ id, html })),
        ask: { form: 'one', groups },
      },
      key: {
        kind: 'true-false',
        correct,
        feedback: Object.fromEntries(options.map(({ id, feedback }) => [id, feedback])),
        right: null,
        wrong: null,
      },
    };
  },
  grade(key, answer) {
    const verdict = answer.length === 1 ? gradeChoice(key, answer) : null;
    if (!verdict || verdict.correct) return verdict;
    const half = answer[0]?.[0] === key.correct[0]?.[0];
    return half ? { ...verdict, score: halfRight, overall: halfSaid } : verdict;
  },
};

/** The statement ends where `True:` stands; its reasons are a list, and so are those below `False:`. */
function readSides(node: DirectiveNode, context: CompileContext) {
  const children = node.children as RootContent[];
  const [first, reasons, second, others, ...rest] = children.slice(children.findIndex(isSide(0)));
  if (
    first &&
    isSide(0)(first) &&
    reasons?.type === 'list' &&
    second &&
    isSide(1)(second) &&
    others?.type === 'list' &&
    rest.length === 0
  )
    return { nodes: [first, reasons, second, others], lists: [reasons, others] };
  const wanted = 'a statement, then "True:" with a list of reasons, then "False:" with another';
  context.problem(node, `kind="true-false" needs ${wanted}`);
  return null;
}

const isSide = (side: 0 | 1) => (child: RootContent) =>
  child.type === 'paragraph' && textOf(child).trim() === `${sides[side]}:`;
