import { toString as textOf } from 'mdast-util-to-string';
import * as z from 'zod';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import type { AnswerKey } from '@/rules/editions/edition';
import { answerLimits } from '@/rules/learning/answer-forms';
import { pointsOf } from '@/rules/work/rubric';
import { countWords } from '@/rules/work/text';
import { textProblem } from '@/rules/work/work';
import { promptOf } from '../feedback';
import type { QuestionKind } from '../kind';
import { languageOf } from '../language';
import { readRubric, rubric } from './rubric-table';

/** What an answer is judged by. */
const more = z.object({ rubric, least: z.int(), most: z.int() });

/** The most words that can be asked for; they fit into what is kept. */
const mostWords = 2_000;

function wordsOf(node: DirectiveNode, context: CompileContext): { least: number; most: number } | null {
  const read = (name: string): number | null => {
    const text = node.attributes?.[name] ?? '';
    const number = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= mostWords) return number;
    context.problem(node, `kind="written" needs ${name}="…", a number of words from 1 to ${mostWords}`);
    return null;
  };
  const [least, most] = [read('least'), read('most')];
  if (least === null || most === null) return null;
  if (least <= most) return { least, most };
  context.problem(node, 'the least number of words is more than the most');
  return null;
}

const moreOf = (key: AnswerKey) => more.safeParse(key.more).data ?? null;

/** A text of some length, which a person judges by its rubric: in a quiz a grader, in a lesson its writer. */
export const written: QuestionKind = {
  name: 'written',
  answerForm: 'essay',
  longest: answerLimits.text,
  instruction: 'Write your answer.',
  unanswered: 'Write your answer first.',
  parse(node, context) {
    const words = wordsOf(node, context);
    const lang = languageOf(node, context);
    const read = readRubric(node, context);
    const model = node.children.findLast((child) => child.type === 'blockquote');
    const prompt = promptOf(node, [read?.table, model], context);
    if (!words || !read) return null;
    const text =
      model?.type === 'blockquote' ? model.children.map((child) => textOf(child)).join('\n\n') : null;
    const lacks = text === null ? null : textProblem(words, countWords(text));
    if (model && lacks)
      context.problem(model, `the model answer is not as long as is asked for: ${lacks}`, true);
    const judged = read.rubric.map((one) => ({ title: one.title, points: pointsOf([one]) }));
    return {
      student: { kind: 'written', prompt, options: [], ask: { form: 'essay', ...words, lang, judged } },
      key: {
        kind: 'written',
        correct: text === null ? [] : [text],
        feedback: {},
        right: model?.type === 'blockquote' ? context.render(model.children) : null,
        wrong: null,
        more: { rubric: read.rubric, ...words },
      },
    };
  },
  grade: () => null,
  byHand(key, [text = '', ...levels]) {
    const judged = moreOf(key);
    const count = countWords(text);
    if (!judged || count === 0) return null;
    if (levels.length > 0 && levels.length !== judged.rubric.length) return null;
    const known = judged.rubric.every(({ levels: of }, at) => {
      const level = levels[at] ?? '';
      return level === '' || (/^\d$/.test(level) && Number(level) < of.length);
    });
    if (!known) return null;
    return { rubric: judged.rubric, model: key.right, lacks: textProblem(judged, count) };
  },
};
