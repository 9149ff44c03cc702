import type { ListItem } from 'mdast';
import * as z from 'zod';
import { type CompileContext, escapeHtml } from '@/kinds/blocks/kind';
import { matchText, normalText } from '@/rules/assessment/text-answers';
import type { AnswerKey } from '@/rules/editions/edition';
import { type Foreseen, itemText, promptOf, readForeseen, readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { languageOf } from '../language';
import { letsTypingPass } from '../spelling';

/** What a text is marked with: the forms as they were written. */
const more = z.object({
  accepted: z.array(z.string()),
  wrong: z.array(z.object({ id: z.string(), text: z.string() })),
  near: z.boolean(),
});
type TextMore = z.infer<typeof more>;

const foreseenId = (index: number): string => `wrong-${index + 1}`;

const moreOf = (key: AnswerKey): TextMore | null => more.safeParse(key.more).data ?? null;

/** Reports forms that say nothing, or read the same as another one. */
function checkForms(forms: { item: ListItem; text: string; right: boolean }[], context: CompileContext) {
  const read = new Map<string, boolean>();
  for (const { item, text, right } of forms) {
    const normal = normalText(text);
    const before = read.get(normal);
    if (normal === '') context.problem(item, `"${text}" is no answer: it has no letters`);
    else if (before === undefined) read.set(normal, right);
    else if (before === right) context.problem(item, `"${text}" reads like a form before it: one is enough`);
    else context.problem(item, `"${text}" is both accepted and wrong: the two forms read alike`);
  }
}

/** A word or a few, compared without what does not matter: capitals, accents, spaces, punctuation. */
export const shortText: QuestionKind = {
  name: 'short-text',
  answerForm: 'text',
  instruction: 'Type a word or a few.',
  unanswered: 'Type your answer first.',
  parse(node, context) {
    const list = node.children.find((child) => child.type === 'list');
    const items = list?.type === 'list' ? list.children : [];
    const whole = readWhole(node, context);
    const near = letsTypingPass(node, context);
    const lang = languageOf(node, context);
    const accepted: string[] = [];
    const wrong: Foreseen[] = [];
    for (const item of items) {
      if (typeof item.checked !== 'boolean')
        context.problem(item, 'a form begins with [x] where it is accepted, with [ ] where it is wrong');
      if (item.checked !== true) {
        const foreseen = readForeseen(item, context);
        if (foreseen) wrong.push(foreseen);
      } else if (item.children.length > 1)
        context.problem(
          item,
          'an accepted form has no feedback of its own: the quotation at the end is shown',
        );
      else accepted.push(itemText(item));
    }
    checkForms(
      items.map((item) => ({ item, text: itemText(item), right: item.checked === true })),
      context,
    );
    const [first] = accepted;
    if (first === undefined) context.problem(node, 'kind="short-text" has at least one accepted form, [x]');
    const prompt = promptOf(node, [list, whole?.quotation], context);
    if (!whole || first === undefined) return null;
    return {
      student: {
        kind: 'short-text',
        prompt,
        options: [],
        ask: { form: 'text', numeric: false, units: [], lang },
      },
      key: {
        kind: 'short-text',
        correct: [first],
        feedback: Object.fromEntries(wrong.map(({ html }, index) => [foreseenId(index), html])),
        right: whole.right,
        wrong: whole.wrong,
        more: {
          accepted,
          wrong: wrong.map(({ text }, index) => ({ id: foreseenId(index), text })),
          near,
        } satisfies TextMore,
      },
    };
  },
  grade(key, answer) {
    const forms = moreOf(key);
    const [text = ''] = answer;
    if (!forms || answer.length !== 1 || normalText(text) === '') return null;
    const match = matchText(text, { ...forms, wrong: forms.wrong.map((one) => one.text) });
    if (match?.list !== 'accepted') {
      const overall = match ? key.feedback[forms.wrong[match.at]?.id ?? ''] : key.wrong;
      return { correct: false, score: 0, options: [], overall: overall ?? null };
    }
    const spelt = escapeHtml(forms.accepted[match.at] ?? '');
    const note = match.exact ? '' : `<p>It is spelt “${spelt}”.</p>`;
    return { correct: true, score: 1, options: [], overall: `${key.right ?? ''}${note}` };
  },
};
