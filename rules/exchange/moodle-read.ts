import { tagsIn } from '../assessment/bank';
import type { Rendering, TextForm } from './gift-read';
import type { Asked, Carried, Exchanged } from './question';
import { childrenOf, NoXml, textIn, type XmlElement } from './xml-read';

type Reading = { render: Rendering; note: (words: string) => void };
type Read = { asked: Asked; wrong?: string; right?: string } | { why: string };

/** The element of a name that stands first in another; one without anything where there is none. */
const first = (element: XmlElement, name: string): XmlElement =>
  childrenOf(element, name)[0] ?? { name, attributes: new Map(), children: [] };

const plain = (element: XmlElement): string => textIn(first(element, 'text')).trim();

const formOf = (element: XmlElement): TextForm => {
  const format = element.attributes.get('format');
  return format === 'markdown' ? 'markdown' : format === 'plain_text' ? 'plain' : 'html';
};

/** The text of an element in its format as Markdown. */
function rendered(element: XmlElement, { render, note }: Reading): string {
  if (childrenOf(element, 'file').length > 0) note('Not carried: pictures and files.');
  const words = plain(element);
  return words === '' ? '' : render(words, formOf(element), note);
}

const shareOf = ({ attributes }: XmlElement): number => Number(attributes.get('fraction')) || 0;

function readChoice(question: XmlElement, reading: Reading): Read {
  const answers = childrenOf(question, 'answer');
  const isSingle = ['true', '1'].includes(textIn(first(question, 'single')).trim());
  const isRight = (one: XmlElement) => (isSingle ? shareOf(one) >= 100 : shareOf(one) > 0);
  const options = answers.map((one) => ({
    text: rendered(one, reading),
    right: isRight(one),
    said: rendered(first(one, 'feedback'), reading),
  }));
  const rights = options.filter(({ right }) => right).length;
  if (rights === 0) return { why: 'None of its options is right.' };
  if (rights === options.length) return { why: 'All of its options are right.' };
  const partly = answers.some((one) => !isRight(one) && shareOf(one) > 0);
  if (partly || new Set(answers.filter(isRight).map(shareOf)).size > 1)
    reading.note('Not carried: what single options are worth. It is marked by the rule of its kind.');
  return { asked: { kind: isSingle && rights === 1 ? 'single' : 'multiple', options } };
}

function readTruth(question: XmlElement, reading: Reading): Read {
  reading.note('True or false without reasons: it comes in with the two as options.');
  const options = childrenOf(question, 'answer').map((one) => ({
    text: /^t/i.test(plain(one)) ? 'True' : 'False',
    right: shareOf(one) > 0,
    said: rendered(first(one, 'feedback'), reading),
  }));
  return options.filter(({ right }) => right).length === 1 && options.length === 2
    ? { asked: { kind: 'single', options } }
    : { why: 'It does not say whether it is true.' };
}

/** What is typed: forms and numbers with what is said to each, and to everything else. */
function readTyped(question: XmlElement, reading: Reading) {
  const typed: (Exchanged & { tolerance: string })[] = [];
  let wrong = '';
  for (const one of childrenOf(question, 'answer')) {
    const said = rendered(first(one, 'feedback'), reading);
    const right = shareOf(one) > 0;
    const words = plain(one).replace(/\s+/g, ' ');
    if (words === '*' && !right) wrong = said;
    else if (words !== '') {
      if (right && shareOf(one) < 100)
        reading.note(`“${words}” was worth ${shareOf(one)} % and is right here.`);
      typed.push({ text: words, right, said, tolerance: textIn(first(one, 'tolerance')).trim() || '0' });
    }
  }
  const rights = typed.filter((one) => one.right);
  if (new Set(rights.map(({ said }) => said).filter(Boolean)).size > 1)
    reading.note('Not carried: what is said to single right answers, but for the first.');
  return { typed, wrong, rights, right: rights.find(({ said }) => said !== '')?.said ?? '' };
}

function readShort(question: XmlElement, reading: Reading): Read {
  const { typed, wrong, rights, right } = readTyped(question, reading);
  const pattern = typed.find(({ text }) => /(?<!\\)\*/.test(text));
  if (pattern)
    return { why: `It takes “${pattern.text}”, with a star for any letters: there are no patterns here.` };
  if (rights.length === 0) return { why: 'No answer to it is right.' };
  const forms = typed.map(({ text, right: is, said }) => ({
    text: text.replaceAll('\\*', '*'),
    right: is,
    said: is ? '' : said,
  }));
  return { asked: { kind: 'short-text', forms }, wrong, right };
}

const decimal = /^-?\d+(\.\d+)?$/;

function readNumber(question: XmlElement, reading: Reading): Read {
  const { typed, wrong, rights, right } = readTyped(question, reading);
  const [found, ...more] = rights;
  if (!found) return { why: 'No answer to it is right.' };
  const odd = typed.find(({ text, tolerance }) => !decimal.test(text) || !/^\d+(\.\d+)?$/.test(tolerance));
  if (odd) return { why: `“${odd.text}” is no number with a tolerance.` };
  for (const { text } of more) reading.note(`Not carried: ${text} as another right answer.`);
  if (childrenOf(first(question, 'units'), 'unit').length > 0) reading.note('Not carried: the units.');
  const foreseen = typed
    .filter((one) => !one.right)
    .map(({ text, right: is, said }) => ({ text, right: is, said }));
  const tolerance = Number(found.tolerance) === 0 ? '' : found.tolerance;
  return { asked: { kind: 'numeric', answer: found.text, tolerance, foreseen }, wrong, right };
}

/** What is said of the whole answer. */
const whole = (question: XmlElement, reading: Reading) => ({
  wrong: rendered(first(question, 'incorrectfeedback'), reading),
  right: rendered(first(question, 'correctfeedback'), reading),
});

function readMatching(question: XmlElement, reading: Reading): Read {
  const pairs = childrenOf(question, 'subquestion').map((one) => ({
    item: rendered(one, reading),
    match: reading.render(plain(first(one, 'answer')), formOf(one), reading.note),
    said: '',
  }));
  if (pairs.some(({ match }) => match === ''))
    return { why: 'An item of it has nothing that belongs to it.' };
  const matched = pairs.filter(({ item }) => item !== '');
  if (matched.length < 2) return { why: 'It has fewer than two items to match.' };
  const kind = new Set(matched.map(({ match }) => match)).size < matched.length ? 'categorise' : 'matching';
  if (kind === 'categorise' && matched.length < pairs.length)
    reading.note('Not carried: matches that belong to no item, because others belong to several.');
  const heads: [string, string] = ['Item', kind === 'matching' ? 'Match' : 'Category'];
  return {
    asked: { kind, heads, pairs: kind === 'matching' ? pairs : matched },
    ...whole(question, reading),
  };
}

function readOrdering(question: XmlElement, reading: Reading): Read {
  const items = childrenOf(question, 'answer')
    .sort((a, b) => shareOf(a) - shareOf(b))
    .map((one) => rendered(one, reading));
  if (items.length < 2 || items.includes('')) return { why: 'It has fewer than two items to order.' };
  return { asked: { kind: 'ordering', items }, ...whole(question, reading) };
}

const readers: Record<string, (question: XmlElement, reading: Reading) => Read> = {
  multichoice: readChoice,
  truefalse: readTruth,
  shortanswer: readShort,
  numerical: readNumber,
  matching: readMatching,
  ordering: readOrdering,
};

function readOne(question: XmlElement, number: number, render: Rendering): Carried {
  const type = question.attributes.get('type') ?? '';
  const title = plain(first(question, 'name')) || `Question ${number}`;
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!reader)
    return { question: null, title, why: `There is no question of the type “${type.slice(0, 40)}” here.` };
  const notes: string[] = [];
  const note = (words: string) => {
    if (!notes.includes(words)) notes.push(words);
  };
  const reading = { render, note };
  const prompt = rendered(first(question, 'questiontext'), reading);
  const read = reader(question, reading);
  if ('why' in read) return { question: null, title, why: read.why };
  if (prompt === '') return { question: null, title, why: 'It asks nothing: it has no text.' };
  if (plain(first(question, 'generalfeedback')) !== '')
    note('Not carried: what is said whatever was answered.');
  const hints = childrenOf(question, 'hint')
    .map((hint) => rendered(hint, reading))
    .filter((hint) => hint !== '');
  if (hints.length > 0) note('Its hints cost nothing until you say what they cost.');
  const { asked, wrong = '', right = '' } = read;
  const id = textIn(first(question, 'idnumber')).trim() || title;
  const tags = tagsIn(childrenOf(first(question, 'tags'), 'tag').map(plain).join(','));
  return {
    question: {
      id,
      prompt,
      asked,
      wrong,
      right,
      tags,
      difficulty: '',
      ...(hints.length > 0 ? { hints } : {}),
    },
    title,
    notes,
  };
}

/**
 * Reads Moodle XML: each question with what was lost, or why it cannot come in. Throws `NoXml`, with why, for what
 * is no such file, and nothing else.
 */
export function readMoodle(root: XmlElement, render: Rendering): Carried[] {
  if (root.name !== 'quiz')
    throw new NoXml(`It is “${root.name.slice(0, 40)}”, and neither a “quiz” of Moodle nor an item of QTI.`);
  return childrenOf(root, 'question')
    .filter(({ attributes }) => attributes.get('type') !== 'category')
    .map((question, index) => readOne(question, index + 1, render));
}
