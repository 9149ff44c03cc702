import { type Declared, rightsOf } from './qti-answers';
import { attributeOf, elementsOf } from './qti-names';
import type { Sayings } from './qti-said';
import { type Asked, type ExchangedGap, type ExchangedQuestion, gapSign, partsOf } from './question';
import { textIn, type XmlElement } from './xml-read';

export type Read = Pick<ExchangedQuestion, 'prompt' | 'asked' | 'wrong' | 'right'> | { why: string };
/** An item that is being read. The text of its body has a sign in the place of every gap. */
export type ReadingItem = {
  item: XmlElement;
  text: string;
  declared: (interaction: XmlElement) => Declared;
  sayings: Sayings;
  note: (words: string) => void;
};

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const whole = ({ right, wrong }: Sayings) => ({ right, wrong });

/** A form that can stand in a gap: a bar would part it in two. */
const isForm = (form: string): boolean => !form.includes('|') && !form.startsWith('=') && form !== '';

function typedGap(answer: Declared, note: (words: string) => void): ExchangedGap | null {
  const forms = [...new Set([...answer.correct.slice(0, 1), ...rightsOf({ ...answer, correct: [] })])];
  const good = forms.filter(isForm);
  if (good.length < forms.length) note('Not carried: forms with a bar or an equals sign in them.');
  return good.length > 0 ? { accepted: good } : null;
}

function chosenGap(options: string[], right: string | undefined): ExchangedGap | null {
  return right !== undefined && options.includes(right) && options.every(isForm)
    ? { right, options: [...new Set(options)] }
    : null;
}

function gapOf(interaction: XmlElement, { declared, note }: ReadingItem): ExchangedGap | null {
  const answer = declared(interaction);
  if (interaction.name === 'qti-text-entry-interaction') return typedGap(answer, note);
  const choices = elementsOf(interaction, 'qti-inline-choice');
  const [right] = rightsOf(answer);
  const named = choices.find((choice) => attributeOf(choice, 'identifier') === right);
  return chosenGap(
    choices.map((choice) => flat(textIn(choice))),
    named && flat(textIn(named)),
  );
}

/** A text with gaps; what stands before the first paragraph that has one is its prompt. */
function cloze(gaps: (ExchangedGap | null)[], { text, sayings }: ReadingItem): Read {
  const known = gaps.filter((gap) => gap !== null);
  if (known.length < gaps.length) return { why: 'One of its gaps has nothing that is right.' };
  const paragraphs = text.split('\n\n');
  const from = paragraphs.findIndex((paragraph) => paragraph.includes(gapSign));
  const parts = partsOf(paragraphs.slice(from).join('\n\n'));
  if (parts.length !== known.length + 1) return { why: 'One of its gaps stands where nothing is carried.' };
  const asked: Asked = { kind: 'cloze', parts, gaps: known };
  return { prompt: paragraphs.slice(0, from).join('\n\n'), asked, ...whole(sayings) };
}

/** Words that are put into the gaps of a text: each gap is one to choose in. */
export function readGapMatch(interaction: XmlElement, reading: ReadingItem): Read {
  const words = new Map(
    elementsOf(interaction, 'qti-gap-text').map((one) => [attributeOf(one, 'identifier'), flat(textIn(one))]),
  );
  const pairs = rightsOf(reading.declared(interaction)).map((pair) => pair.split(' '));
  const gaps = elementsOf(interaction, 'qti-gap').map((gap) => {
    const pair = pairs.find(([, place]) => place === attributeOf(gap, 'identifier'));
    return chosenGap([...words.values()], words.get(pair?.[0] ?? ''));
  });
  return cloze(gaps, reading);
}

const decimal = /^-?\d+(\.\d+)?$/;

/** A number as it is written here; what cannot be is left as it stands. */
const plainNumber = (text: string): string => (decimal.test(text) ? text : String(Number(text)));

/** How far from the right number an answer may be, as an amount. */
function toleranceIn({ item, note }: ReadingItem, answer: string): string {
  const equal = elementsOf(item, 'qti-equal').find(
    (one) =>
      elementsOf(one, 'qti-variable').some((name) => attributeOf(name, 'identifier') !== 'SCORE') &&
      ['absolute', 'relative'].includes(attributeOf(one, 'tolerance-mode')),
  );
  const given = (equal ? attributeOf(equal, 'tolerance') : '').split(/\s+/).filter(Boolean);
  const amounts = given.map(Number);
  if (!equal || amounts.length === 0 || amounts.some((one) => !(one >= 0))) return '';
  const least = Math.min(...amounts);
  if (amounts.some((one) => one !== least)) note('Not carried: the larger of its two tolerances.');
  if (attributeOf(equal, 'tolerance-mode') === 'relative')
    return plainNumber(String(Number((Math.abs(Number(answer)) * least * 0.01).toPrecision(12))));
  return least === 0 ? '' : plainNumber(String(least));
}

/** A number or a few words that are typed below a prompt. */
function typed(answer: Declared, reading: ReadingItem, isNumber: boolean): Read {
  const { text, sayings, note } = reading;
  const prompt = text
    .split('\n\n')
    .filter((paragraph) => paragraph !== gapSign)
    .join('\n\n')
    .replaceAll(gapSign, '\\_\\_\\_\\_\\_');
  const forms = [...new Set([...answer.correct.slice(0, 1), ...rightsOf({ ...answer, correct: [] })])];
  const [first] = forms;
  if (first === undefined || first === '') return { why: 'No answer to it is right.' };
  const foreseen = [...sayings.given].filter(([value]) => !forms.includes(value));
  if (isNumber) {
    const number = plainNumber(first);
    if (!decimal.test(number)) return { why: `“${first.slice(0, 40)}” is no number.` };
    for (const other of forms.slice(1)) note(`Not carried: ${other.slice(0, 40)} as another right answer.`);
    const numbers = foreseen
      .map(([value, said]) => ({ text: plainNumber(value), right: false, said }))
      .filter((one) => decimal.test(one.text));
    const tolerance = toleranceIn(reading, number);
    return {
      prompt,
      asked: { kind: 'numeric', answer: number, tolerance, foreseen: numbers },
      ...whole(sayings),
    };
  }
  if (answer.mapping.length === 0 || answer.mapping.some(({ folded }) => !folded))
    note('Capital letters counted there, and do not count here.');
  const accepted = forms.map((form) => ({ text: form, right: true, said: '' }));
  const wrong = foreseen.map(([form, said]) => ({ text: form, right: false, said }));
  return { prompt, asked: { kind: 'short-text', forms: [...accepted, ...wrong] }, ...whole(sayings) };
}

/** What is typed or chosen within a text: one answer below it, or a text with gaps. */
export function readInline(interactions: XmlElement[], reading: ReadingItem): Read {
  const [only, ...more] = interactions;
  const alone = reading.text.split('\n\n').includes(gapSign);
  if (only?.name === 'qti-text-entry-interaction' && more.length === 0) {
    const answer = reading.declared(only);
    const isNumber = ['float', 'integer'].includes(answer.type);
    if (alone || isNumber) return typed(answer, reading, isNumber);
  }
  return cloze(
    interactions.map((one) => gapOf(one, reading)),
    reading,
  );
}
