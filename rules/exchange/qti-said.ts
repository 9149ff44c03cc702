import { attributeOf, elementsIn, elementsOf } from './qti-names';
import { markdownOf } from './qti-text';
import { textIn, type XmlElement } from './xml-read';

const feedbackNames = new Set(['qti-modal-feedback', 'qti-feedback-inline', 'qti-feedback-block']);
export const isFeedback = (name: string): boolean => feedbackNames.has(name);

/** What an item says, and when. */
export type Sayings = {
  /** What stands under an id. */
  under: (id: string) => string;
  /** What is said within an element, as an option has it. */
  within: (element: XmlElement) => string;
  right: string;
  wrong: string;
  /** What is said to whoever gives an answer: by its value. */
  given: ReadonlyMap<string, string>;
  /** What is said to whoever does not. */
  missed: ReadonlyMap<string, string>;
  /** Whether something is said of which nobody asked. */
  leaves: () => boolean;
};

type Case = { when: 'right' | 'wrong' | 'given' | 'missed' | null; value: string; ids: string[] };

/** When a branch of the marking is taken, as far as can be told. */
function caseOf(branch: XmlElement): Case {
  const [condition, ...outcomes] = branch.children.filter((child) => typeof child !== 'string');
  const last = branch.name === 'qti-response-else';
  const ids = (last && condition ? [condition, ...outcomes] : outcomes)
    .filter(({ name }) => name === 'qti-set-outcome-value')
    .flatMap((outcome) => elementsOf(outcome, 'qti-base-value').map((value) => textIn(value).trim()));
  if (last || !condition) return { when: last ? 'wrong' : null, value: '', ids };
  const not = condition.name === 'qti-not';
  const isWhole =
    elementsOf(condition, 'qti-correct').length > 0 ||
    elementsOf(condition, 'qti-variable').some((one) => attributeOf(one, 'identifier') === 'SCORE');
  if (isWhole) return { when: not ? 'wrong' : 'right', value: '', ids };
  const [value] = elementsOf(condition, 'qti-base-value');
  if (!value) return { when: null, value: '', ids };
  return { when: not ? 'missed' : 'given', value: textIn(value).trim(), ids };
}

const branchNames = new Set(['qti-response-if', 'qti-response-else-if', 'qti-response-else']);

/** Reads what an item says. Where its marking does not tell when, what is called right or wrong is. */
export function readSayings(item: XmlElement, note: (words: string) => void): Sayings {
  const texts = new Map<string, string>();
  const textOf = ({ children }: XmlElement) => markdownOf(children, note);
  for (const one of elementsIn(item, isFeedback)) {
    const id = attributeOf(one, 'identifier');
    const text = textOf(one);
    if (text === '' || attributeOf(one, 'show-hide') === 'hide') continue;
    texts.set(id, texts.has(id) ? `${texts.get(id)} ${text}` : text);
  }
  const cases = elementsOf(item, 'qti-response-processing').flatMap((marking) =>
    elementsIn(marking, (name) => branchNames.has(name)).map(caseOf),
  );
  // What is said of an option is under its id, and may be shown with what is said of the whole.
  const options = new Set(
    elementsIn(item, (name) => /^qti-(simple|inline|hotspot)/.test(name)).map((one) =>
      attributeOf(one, 'identifier'),
    ),
  );
  const asked = new Set<string>();
  const under = (id: string): string => {
    asked.add(id);
    return texts.get(id) ?? '';
  };
  const all = (ids: string[]) => [...new Set(ids.filter((id) => texts.has(id)))].map(under).join('\n\n');
  const whole = (when: 'right' | 'wrong', called: RegExp): string => {
    const ids = cases.filter((one) => one.when === when).flatMap((one) => one.ids);
    const named = [...texts.keys()].filter((id) => called.test(id));
    return all(ids.filter((id) => !options.has(id))) || all(named.filter((id) => !options.has(id)));
  };
  const byValue = (when: 'given' | 'missed') =>
    new Map(cases.filter((one) => one.when === when).map((one) => [one.value, all(one.ids)]));
  return {
    under,
    within: (element) => {
      const own = elementsIn(element, isFeedback);
      for (const one of own) asked.add(attributeOf(one, 'identifier'));
      return own.map(textOf).filter(Boolean).join(' ');
    },
    right: whole('right', /^(right|correct)/i),
    wrong: whole('wrong', /^(wrong|incorrect)/i),
    given: byValue('given'),
    missed: byValue('missed'),
    leaves: () => [...texts.keys()].some((id) => !asked.has(id)),
  };
}
