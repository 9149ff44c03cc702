import type { ListItem } from 'mdast';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { choiceScore } from '@/rules/assessment/scores';
import type { AnswerKey } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';
import { namesMisconception, promptOf, renderInline } from './feedback';
import type { ParsedQuestion, Verdict } from './kind';
import { optionId } from './option-id';

/** An option of a task list with its feedback; null, and reported, where that is missing. */
export function readOption(item: ListItem, context: CompileContext) {
  const feedback = item.children.find((child) => child.type === 'blockquote');
  if (item.checked === null || item.checked === undefined) {
    context.problem(item, 'an option begins with [ ] or [x]');
  }
  if (feedback?.type !== 'blockquote') {
    context.problem(item, 'every option carries feedback in a quotation below it');
    return null;
  }
  if (!item.checked && !namesMisconception(feedback.children)) {
    context.problem(item, 'the feedback of a wrong option begins with its misconception in bold');
  }
  const text = item.children.filter((child) => child !== feedback);
  const [only] = text;
  const html =
    text.length === 1 && only?.type === 'paragraph' ? renderInline(text, context) : context.render(text);
  return { html, right: item.checked === true, feedback: context.render(feedback.children) };
}

/** Reads a question whose options are a task list: the prompt, then `- [ ]` and `- [x]` items. */
export function parseChoice(
  kind: string,
  node: DirectiveNode,
  context: CompileContext,
): ParsedQuestion | null {
  const list = node.children.find((child) => child.type === 'list');
  if (list?.type !== 'list') {
    context.problem(node, 'the question has no list of options');
    return null;
  }
  const prompt = promptOf(node, [list], context);
  if (list.children.length < 2) context.problem(node, 'a question has at least two options');
  const options = list.children.map((item) => readOption(item, context));
  const read = options.flatMap((option, index) => (option ? [{ ...option, id: optionId(index) }] : []));
  if (read.length < options.length) return null;
  return {
    student: { kind, prompt, options: read.map(({ id, html }) => ({ id, html })) },
    key: {
      kind,
      correct: read.filter((option) => option.right).map((option) => option.id),
      feedback: Object.fromEntries(read.map((option) => [option.id, option.feedback])),
      right: null,
      wrong: null,
    },
  };
}

/** Marks chosen options: full marks for exactly the right ones, part of them for some. Null for unknown or repeated ids. */
export function gradeChoice(key: AnswerKey, answer: Answer): Verdict | null {
  const chosen = new Set(answer);
  if (chosen.size !== answer.length || answer.some((id) => !Object.hasOwn(key.feedback, id))) return null;
  const right = new Set(key.correct);
  const hits = answer.filter((id) => right.has(id)).length;
  const score = choiceScore(hits, answer.length, right.size);
  return {
    correct: score === 1,
    score,
    options: answer.map((id) => ({ id, right: right.has(id), html: key.feedback[id] ?? '' })),
    overall: null,
  };
}
