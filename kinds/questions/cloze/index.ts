import type { Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import * as z from 'zod';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { shareScore } from '@/rules/assessment/scores';
import { matchText, normalText } from '@/rules/assessment/text-answers';
import type { AnswerKey } from '@/rules/editions/edition';
import { isBlank } from '@/rules/learning/answer-forms';
import { readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { letsTypingPass } from '../spelling';
import { gapKey, isGap, partsOf, readGap, shownGaps } from './gaps';

const mostGaps = 12;

const more = z.object({ gaps: z.array(gapKey), near: z.boolean() });
type ClozeMore = z.infer<typeof more>;

const moreOf = (key: AnswerKey): ClozeMore | null => more.safeParse(key.more).data ?? null;

/** The paragraphs from the first that has a gap on. Reports gaps elsewhere, and what is no paragraph there. */
function gapTextOf(node: DirectiveNode, quotation: RootContent | undefined, context: CompileContext) {
  const blocks = node.children.filter((child) => child !== quotation) as RootContent[];
  const from = blocks.findIndex((child) => child.type === 'paragraph' && child.children.some(isGap));
  const text = from < 0 ? [] : blocks.slice(from);
  const paragraphs = text.filter((block): block is Paragraph => block.type === 'paragraph');
  const gaps = paragraphs.flatMap(({ children }) => children.filter(isGap));
  for (const block of text.filter(({ type }) => type !== 'paragraph'))
    context.problem(block, 'from its first gap on, the text of kind="cloze" has paragraphs alone');
  visit(node, 'textDirective', (found) => {
    if (isGap(found) && !gaps.includes(found))
      context.problem(
        found,
        'a gap stands in a paragraph, not within emphasis, a link, a list or a quotation',
      );
  });
  return { before: from < 0 ? blocks : blocks.slice(0, from), paragraphs, gaps };
}

/** A text with gaps, each typed or chosen from a list; every gap counts alike. */
export const cloze: QuestionKind = {
  name: 'cloze',
  answerForm: 'gaps',
  instruction: 'Fill the gaps.',
  unanswered: 'Fill at least one gap first.',
  parse(node, context) {
    const whole = readWhole(node, context);
    const near = letsTypingPass(node, context);
    const { before, paragraphs, gaps } = gapTextOf(node, whole?.quotation, context);
    if (gaps.length === 0 || gaps.length > mostGaps)
      context.problem(node, `kind="cloze" has a text with 1 to ${mostGaps} gaps, :gap[…]`);
    const keys = gaps.map((gap) => readGap(gap, context));
    if (!whole || keys.length === 0) return null;
    return {
      student: {
        kind: 'cloze',
        prompt: context.render(before) || '<p>Complete the text.</p>',
        options: [],
        ask: { form: 'gaps', parts: partsOf(paragraphs, context), gaps: shownGaps(keys) },
      },
      key: {
        kind: 'cloze',
        correct: keys.map((gap) => ('accepted' in gap ? (gap.accepted[0] ?? '') : gap.right)),
        feedback: {},
        right: whole.right,
        wrong: whole.wrong,
        more: { gaps: keys, near } satisfies ClozeMore,
      },
    };
  },
  grade(key, answer) {
    const marks = moreOf(key);
    if (!marks || answer.length !== marks.gaps.length) return null;
    // What has no letters in it says as little as an empty field.
    if (isBlank(answer.map(normalText))) return null;
    const parts: boolean[] = [];
    for (const [index, gap] of marks.gaps.entries()) {
      const entry = answer[index] ?? '';
      if ('accepted' in gap) {
        parts.push(matchText(entry, { accepted: gap.accepted, wrong: [], near: marks.near }) !== null);
      } else {
        if (!isBlank([entry]) && !gap.options.includes(entry)) return null;
        parts.push(entry === gap.right);
      }
    }
    const score = shareScore(parts);
    return {
      correct: score === 1,
      score,
      options: parts.map((right, index) => ({ id: String(index + 1), right, html: '' })),
      overall: score === 1 ? key.right : key.wrong,
    };
  },
};
