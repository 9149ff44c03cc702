/** An option, or an answer that is foreseen, with what is said to whoever gives it; empty where nothing is. */
export type Exchanged = { text: string; right: boolean; said: string };

/** An item and what belongs to it; an item that is empty makes a decoy. */
export type Pair = { item: string; match: string; said: string };

/** What a question asks, by its kind; texts are Markdown. */
export type Asked =
  | { kind: 'single' | 'multiple'; options: Exchanged[] }
  | { kind: 'short-text'; forms: Exchanged[] }
  | { kind: 'numeric'; answer: string; tolerance: string; foreseen: Exchanged[] }
  | { kind: 'matching' | 'categorise'; heads: [string, string]; pairs: Pair[] }
  | { kind: 'ordering'; items: string[] };

export type ExchangedKind = Asked['kind'];

/** A question between two formats. `wrong` and `right` are said of the whole answer, empty where nothing is. */
export type ExchangedQuestion = {
  id: string;
  prompt: string;
  asked: Asked;
  wrong: string;
  right: string;
  tags: string[];
  difficulty: string;
  /** From the first; left out where there are none. */
  hints?: string[];
};

/** What became of a question on its way: what was lost, or why all of it was. */
export type Carried =
  | { question: ExchangedQuestion; title: string; notes: string[] }
  | { question: null; title: string; why: string };

/** Every text of a question, changed. */
export function mapTexts(question: ExchangedQuestion, change: (text: string) => string): ExchangedQuestion {
  const { asked } = question;
  const options = (list: Exchanged[]) =>
    list.map((one) => ({ ...one, text: change(one.text), said: change(one.said) }));
  const changed = (): Asked => {
    switch (asked.kind) {
      case 'single':
      case 'multiple':
        return { ...asked, options: options(asked.options) };
      case 'short-text':
        // What is typed is compared as it stands, so it is no Markdown.
        return { ...asked, forms: asked.forms.map((one) => ({ ...one, said: change(one.said) })) };
      case 'numeric':
        return { ...asked, foreseen: asked.foreseen.map((one) => ({ ...one, said: change(one.said) })) };
      case 'ordering':
        return { ...asked, items: asked.items.map(change) };
      default:
        return {
          ...asked,
          pairs: asked.pairs.map(({ item, match, said }) => ({
            item: change(item),
            match: change(match),
            said: change(said),
          })),
        };
    }
  };
  return {
    ...question,
    asked: changed(),
    prompt: change(question.prompt),
    wrong: change(question.wrong),
    right: change(question.right),
    ...(question.hints ? { hints: question.hints.map(change) } : {}),
  };
}
