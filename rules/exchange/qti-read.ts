import { isEventDate } from '../assessment/event-dates';
import { type Declared, isWeighted, readDeclared, rightsOf } from './qti-answers';
import { type Read, type ReadingItem, readGapMatch, readInline } from './qti-gaps';
import { attributeOf, elementsIn, elementsOf } from './qti-names';
import { isFeedback, readSayings } from './qti-said';
import { markdownOf, type Places } from './qti-text';
import { type Asked, type Carried, type Exchanged, gapSign, type Pair } from './question';
import { childrenOf, type XmlElement } from './xml-read';

const isInteraction = (name: string): boolean => /^qti-[a-z-]+-interaction$/.test(name);
const inline = new Set(['qti-text-entry-interaction', 'qti-inline-choice-interaction']);
const hidden = new Set([
  'qti-rubric-block',
  'qti-stylesheet',
  'qti-gap-text',
  'qti-gap-img',
  'qti-catalog-info',
]);

/** What stands in the body beside its texts. An interaction is its prompt, and a gap is the sign of one. */
const placesIn =
  (note: (words: string) => void): Places =>
  (element) => {
    const { name } = element;
    if (inline.has(name) || name === 'qti-gap') return gapSign;
    if (name === 'qti-rubric-block') note('Not carried: what is meant for graders alone.');
    if (hidden.has(name) || isFeedback(name)) return '';
    if (!isInteraction(name) || name === 'qti-gap-match-interaction') return null;
    const prompts = childrenOf(element, 'qti-prompt').flatMap(({ children }) => children);
    return `\n\n${markdownOf(prompts, note)}\n\n`;
  };

const textOf = ({ children }: XmlElement, note: (words: string) => void): string =>
  markdownOf(children, note, placesIn(note));

const sideOf = (text: string) =>
  /^(True|False):\s+(\S[\s\S]*)$/.exec(text) as [string, 'True' | 'False', string] | null;

/** Options of which each begins with True: or False: are reasons, where both are there and one is right. */
function reasonsOf(options: Exchanged[]): Asked | null {
  const reasons = options.flatMap((one) => {
    const [, side, text] = sideOf(one.text) ?? [];
    return side && text ? [{ ...one, side, text }] : [];
  });
  const sides = new Set(reasons.map(({ side }) => side));
  const rights = reasons.filter(({ right }) => right).length;
  return reasons.length === options.length && sides.size === 2 && rights === 1
    ? { kind: 'true-false', reasons }
    : null;
}

/** Of a single choice the best is right; of a multiple one, all that is. */
function rightChoices(answer: Declared): string[] {
  const rights = rightsOf(answer);
  if (!answer.single || answer.correct.length > 0) return rights;
  const best = Math.max(...answer.mapping.map(({ worth }) => worth));
  return answer.mapping.filter(({ worth }) => worth === best && worth > 0).map(({ key }) => key);
}

function readChoice(interaction: XmlElement, { text, declared, sayings, note }: ReadingItem): Read {
  const answer = declared(interaction);
  const rights = new Set(rightChoices(answer));
  const options = elementsOf(interaction, 'qti-simple-choice').map((one): Exchanged => {
    const id = attributeOf(one, 'identifier');
    return {
      text: textOf(one, note),
      right: rights.has(id),
      // Here options alone say something: what was said of the whole answer is said by each of them.
      said: sayings.within(one) || sayings.under(id) || (rights.has(id) ? sayings.right : sayings.wrong),
    };
  });
  const count = options.filter(({ right }) => right).length;
  if (count === 0) return { why: 'None of its options is right.' };
  if (count === options.length) return { why: 'All of its options are right.' };
  const reasons = answer.single ? reasonsOf(options) : null;
  if (!reasons && isWeighted(answer, rights))
    note('Not carried: what single options are worth. It is marked by the rule of its kind.');
  const kind = answer.single && count === 1 ? 'single' : 'multiple';
  const blank = { right: '', wrong: '' };
  return { prompt: text, asked: reasons ?? { kind, options }, ...blank };
}

function readOrder(interaction: XmlElement, { text, declared, sayings, note }: ReadingItem): Read {
  const all = new Map(
    elementsOf(interaction, 'qti-simple-choice').map((one) => [attributeOf(one, 'identifier'), one]),
  );
  const order = declared(interaction).correct;
  const found = order.map((id) => all.get(id));
  const isWhole = new Set(order).size === all.size && order.length === all.size;
  if (!isWhole || !found.every((one) => one !== undefined))
    return { why: 'It does not say in which order all of its items belong.' };
  const items = found.map((one) => ({
    text: textOf(one, note),
    said: sayings.within(one) || sayings.under(attributeOf(one, 'identifier')),
  }));
  const dated = items.map(({ text: event, said }) => ({ date: said.replaceAll('\\', ''), text: event }));
  const asked: Asked =
    items.length > 0 && dated.every(({ date }) => isEventDate(date))
      ? { kind: 'timeline', events: dated }
      : { kind: 'ordering', items: items.map((one) => one.text) };
  if (asked.kind === 'ordering' && items.some(({ said }) => said !== ''))
    note('Not carried: what is said of single items.');
  return { prompt: text, asked, right: sayings.right, wrong: sayings.wrong };
}

function readMatch(interaction: XmlElement, { text, declared, sayings, note }: ReadingItem): Read {
  const sets = childrenOf(interaction, 'qti-simple-match-set').map((set) =>
    elementsOf(set, 'qti-simple-associable-choice'),
  );
  const pairs = rightsOf(declared(interaction)).map((pair) => pair.split(' ') as [string, string]);
  const repeats = (at: 0 | 1) => new Set(pairs.map((pair) => pair[at])).size < pairs.length;
  // The items are what belongs to one alone, on whichever side they stand.
  const turned = repeats(0) && !repeats(1);
  const [items = [], matches = []] = turned ? sets.toReversed() : sets;
  const put = new Map(pairs.map(([one, other]) => (turned ? [other, one] : [one, other])));
  if (
    put.size < pairs.length ||
    items.length < 2 ||
    !items.every((one) => put.has(attributeOf(one, 'identifier')))
  )
    return { why: 'Its items do not each belong to exactly one of the others.' };
  const texts = matches.map((one) => ({ id: attributeOf(one, 'identifier'), text: textOf(one, note) }));
  const words = new Map<string | undefined, string>(texts.map(({ id, text: own }) => [id, own]));
  const rows = items.map((one): Pair => {
    const id = attributeOf(one, 'identifier');
    const match = put.get(id);
    const pair = turned ? `${match} ${id}` : `${id} ${match}`;
    const said = sayings.missed.get(pair) || sayings.within(one);
    return { item: textOf(one, note), match: words.get(match) ?? '', said };
  });
  if (rows.some(({ item, match }) => item === '' || match === ''))
    return { why: 'An item of it has nothing that belongs to it.' };
  const used = new Set(put.values());
  const unused = texts.filter(({ id }) => !used.has(id));
  const shared = used.size < rows.length;
  const many = matches.every((one) => attributeOf(one, 'match-max') !== '1');
  const kind = shared || (many && unused.length === 0 && rows.length > 2) ? 'categorise' : 'matching';
  if (kind === 'categorise' && unused.length > 0)
    note('Not carried: matches that belong to no item, because others belong to several.');
  const fooled = new Map([...sayings.given].map(([pair, said]) => [pair.split(' ')[1], said]));
  const decoys = unused.map(({ id, text: match }): Pair => ({ item: '', match, said: fooled.get(id) ?? '' }));
  const asked: Asked = {
    kind,
    heads: ['Item', kind === 'matching' ? 'Match' : 'Category'],
    pairs: kind === 'matching' ? [...rows, ...decoys] : rows,
  };
  return { prompt: text, asked, right: sayings.right, wrong: sayings.wrong };
}

const readers: Record<string, (interaction: XmlElement, reading: ReadingItem) => Read> = {
  'qti-choice-interaction': readChoice,
  'qti-order-interaction': readOrder,
  'qti-match-interaction': readMatch,
  'qti-gap-match-interaction': readGapMatch,
};

function readBody(interactions: XmlElement[], reading: ReadingItem): Read {
  const [only, ...more] = interactions;
  if (!only) return { why: 'It asks nothing that is answered here.' };
  if (interactions.every(({ name }) => inline.has(name))) return readInline(interactions, reading);
  if (more.length > 0) return { why: 'It asks several things at once: here each is a question of its own.' };
  if (only.name === 'qti-extended-text-interaction')
    return {
      why: 'It asks for an essay: write it anew as a written answer, with the rubric that it is marked by.',
    };
  const reader = Object.hasOwn(readers, only.name) ? readers[only.name] : undefined;
  return reader
    ? reader(only, reading)
    : { why: `There is no question here that is answered as “${only.name.slice(0, 60)}” is.` };
}

/** How many parts a question can have, as its interactions, answers and what it says: more is none that somebody wrote. */
const mostParts = 2_000;

/** What is told of an item beside itself. */
export type About = { tags: string[]; difficulty: string };

/** Reads an item under the names of QTI 3: the question, with what was lost, or why it cannot come in. */
export function readQtiItem(item: XmlElement, { tags, difficulty }: About): Carried {
  const id = attributeOf(item, 'identifier');
  const title = attributeOf(item, 'title') || id || 'Question';
  const notes: string[] = [];
  const note = (words: string) => {
    if (!notes.includes(words)) notes.push(words);
  };
  const [body] = childrenOf(item, 'qti-item-body');
  if (!body) return { question: null, title, why: 'It asks nothing: it has no body.' };
  if (elementsIn(item, (name) => name.startsWith('qti-')).length > mostParts)
    return { question: null, title, why: 'It is larger than a question can be.' };
  const sayings = readSayings(item, note);
  const text = textOf(body, note);
  const declared = readDeclared(item);
  const read = readBody(elementsIn(body, isInteraction), { item, text, declared, sayings, note });
  if ('why' in read) return { question: null, title, why: read.why };
  if (read.prompt === '' && read.asked.kind !== 'cloze')
    return { question: null, title, why: 'It asks nothing: it has no text.' };
  if (sayings.leaves()) note('Not carried: some of what it says, because when is not clear.');
  return { question: { id: id || title, tags, difficulty, ...read }, title, notes };
}
