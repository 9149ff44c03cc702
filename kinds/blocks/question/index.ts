import { questionKinds } from '@/kinds/questions/registry';
import { plainText } from '@/rules/learning/plain-text';
import { type BlockKind, chooseAttribute } from '../kind';
import { readHints, withoutHints } from './hints';

/** A check question. What kinds there are, and how each is written and marked, is in `kinds/questions`. */
export const question: BlockKind = {
  name: 'question',
  completesBy: 'passed',
  compile(node, context) {
    const name = chooseAttribute(node, 'kind', [...questionKinds.keys()], context);
    const kind = name === null ? undefined : questionKinds.get(name);
    if (!kind) return null;
    const written = node.attributes?.objective ?? null;
    const objective = written === null ? null : Number(written);
    if (objective !== null && !Number.isInteger(objective)) {
      context.problem(node, `objective="${written}" is not the number of an objective`);
    }
    const hints = readHints(node, context);
    const parsed = kind.parse(withoutHints(node), context);
    if (!parsed) return null;
    const any = hints.length > 0;
    const student = {
      ...parsed.student,
      objective,
      ...(any ? { hints: hints.map(({ cost }) => cost) } : {}),
    };
    const key = any ? { ...parsed.key, hints: hints.map(({ html }) => html) } : parsed.key;
    const plain = plainText(parsed.student.prompt);
    return {
      label: `Question: ${plain.length > 110 ? `${plain.slice(0, 110).replace(/\s+\S*$/, '')} …` : plain}`,
      html: '',
      question: { student, key },
    };
  },
};
