import type { AnswerForm } from '../learning/answer-forms';
import type { AnswerKey, CompiledBlock, StudentQuestion } from './edition';
import { plainText } from './edition-diff-text';
import { sameData, type WordChange } from './edition-diff-words';

/** An option or, in an ordering, an item. `right` and `wasRight` are its place among the right answers, from 1. */
type OptionChange = {
  text: string;
  change: 'same' | 'added' | 'removed';
  right: number | null;
  wasRight: number | null;
};

export type QuestionChange = {
  prompt: WordChange | null;
  /** Whether something beyond prompt and options is asked otherwise: the places, the gaps, the words to mark. */
  asked: boolean;
  /** Every option, when one of them or the right answer changed; else empty. */
  options: OptionChange[];
  rightAnswer: boolean;
  /** Whether what is said of answers is another, or the hints are. */
  feedback: boolean;
};

/** The right answer as it reads: its options, or what is typed where there are none. */
const rightOf = (block: CompiledBlock, key: AnswerKey | undefined): string[] =>
  (key?.correct ?? []).map((id) => block.question?.options.find((option) => option.id === id)?.html ?? id);

/** In which forms the order of an answer says something although not every option is in it. */
const ordered: readonly (AnswerForm | undefined)[] = ['places', 'text', 'essay', 'gaps', 'spans'];

/**
 * Feedback by how its option or place reads, so that what changes places does not count; that on wrong answers
 * that are foreseen by its id.
 */
function feedbackOf({ options, ask, hints }: StudentQuestion, key: AnswerKey | undefined): unknown {
  const shown = [options, ask?.form === 'places' ? ask.places : []];
  const ids = new Set(shown.flat().map(({ id }) => id));
  const others = Object.entries(key?.feedback ?? {}).filter(([id]) => !ids.has(id));
  return [
    ...shown.map((of) => Object.fromEntries(of.map(({ id, html }) => [html, key?.feedback[id]]))),
    Object.fromEntries(others),
    key?.right,
    key?.wrong,
    hints,
    key?.hints,
  ];
}

/** What is different in a question with its key; null where nothing is, or neither is a question. */
export function questionChange(
  before: { block: CompiledBlock; key: AnswerKey | undefined },
  after: { block: CompiledBlock; key: AnswerKey | undefined },
): QuestionChange | null {
  const [was, is] = [before.block.question, after.block.question];
  if (!was && !is) return null;
  const optionsWere = was?.options.map(({ html }) => html) ?? [];
  const optionsAre = is?.options.map(({ html }) => html) ?? [];
  const [rightWas, rightIs] = [rightOf(before.block, before.key), rightOf(after.block, after.key)];
  const place = (list: string[], html: string) => list.indexOf(html) + 1 || null;
  // Where every option is right, as in an ordering, their order is the answer.
  const inOrder = rightIs.length === optionsAre.length || ordered.includes(is?.ask?.form);
  const sameAnswer = inOrder
    ? sameData(rightWas, rightIs)
    : sameData([...rightWas].sort(), [...rightIs].sort());
  // A question that is new, or gone, has no answer that changed.
  const both = was !== null && is !== null;
  const rightAnswer = both && !(sameAnswer && sameData(before.key?.more ?? null, after.key?.more ?? null));
  const removed = optionsWere.filter((html) => !optionsAre.includes(html));
  const otherOptions = removed.length > 0 || optionsAre.some((html) => !optionsWere.includes(html));
  const option = (html: string, change: OptionChange['change']): OptionChange => ({
    text: plainText(html),
    change,
    right: place(rightIs, html),
    wasRight: place(rightWas, html),
  });
  const prompt = {
    what: 'Question',
    before: plainText(was?.prompt ?? ''),
    after: plainText(is?.prompt ?? ''),
  };
  const change: QuestionChange = {
    prompt: prompt.before === prompt.after ? null : prompt,
    asked: both && !sameData(was.ask ?? null, is.ask ?? null),
    options:
      otherOptions || rightAnswer
        ? [
            ...optionsAre.map((html) => option(html, optionsWere.includes(html) ? 'same' : 'added')),
            ...removed.map((html) => option(html, 'removed')),
          ]
        : [],
    rightAnswer,
    feedback: both && !sameData(feedbackOf(was, before.key), feedbackOf(is, after.key)),
  };
  const same = !(
    change.prompt ||
    change.asked ||
    rightAnswer ||
    change.options.length > 0 ||
    change.feedback
  );
  return same ? null : change;
}
