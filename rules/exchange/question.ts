/** An option, or an answer that is foreseen, with what is said to whoever gives it; empty where nothing is. */
export type Exchanged = { text: string; right: boolean; said: string };

/** An item and what belongs to it; an item that is empty makes a decoy. */
export type Pair = { item: string; match: string; said: string };

/** An event, and when it was: `2019`, `2019-10` or `2019-10-24`. */
type DatedEvent = { date: string; text: string };

/** A reason why a statement is true, or false. */
type Reason = Exchanged & { side: 'True' | 'False' };

/** A gap between two parts of a text: typed in one of several forms, or chosen. They are compared as they stand. */
export type ExchangedGap = { accepted: string[] } | { right: string; options: string[] };

/** What a question asks, by its kind; texts are Markdown. */
export type Asked =
  | { kind: 'single' | 'multiple'; options: Exchanged[] }
  | { kind: 'short-text'; forms: Exchanged[] }
  | { kind: 'numeric'; answer: string; tolerance: string; foreseen: Exchanged[] }
  | { kind: 'matching' | 'categorise'; heads: [string, string]; pairs: Pair[] }
  | { kind: 'ordering'; items: string[] }
  | { kind: 'timeline'; events: DatedEvent[] }
  | { kind: 'true-false'; reasons: Reason[] }
  | { kind: 'cloze'; parts: string[]; gaps: ExchangedGap[] };

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
  const options = <One extends Exchanged>(list: One[]): One[] =>
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
      case 'timeline':
        return { ...asked, events: asked.events.map((one) => ({ ...one, text: change(one.text) })) };
      case 'true-false':
        return { ...asked, reasons: options(asked.reasons) };
      case 'cloze':
        return { ...asked, parts: partsOf(change(asked.parts.join(gapSign))) };
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

/** Stands for a gap while a text is changed: a sign for private use that nobody sends. */
export const gapSign = '\uE00F';

/** A text parted at its gaps. */
export const partsOf = (text: string): string[] => text.split(gapSign);
