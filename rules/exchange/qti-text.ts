import { asItStands } from './markdown-text';
import { gapSign } from './question';
import { textIn, type XmlElement } from './xml-read';

/** What is read of the parts of a text that are no text: a place in it, or null where it is not theirs. */
export type Places = (element: XmlElement) => string | null;

type Note = (words: string) => void;
type Reading = { note: Note; places: Places };

const blocks = new Set(
  'p div li ul ol dl dt dd table tr thead tbody section article blockquote h1 h2 h3 h4 h5 h6 hr figure figcaption caption qti-content-body qti-prompt qti-gap-match-interaction'.split(
    ' ',
  ),
);
const marks: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*' };
const media = new Set('img picture video audio object source track iframe embed svg'.split(' '));
const silent = new Set(
  'script style template qti-template-block qti-template-inline qti-printed-variable'.split(' '),
);
/** What says no more than that it is a text. */
const plain = new Set('span td th tbody thead bdo bdi a cite q abbr dfn samp kbd var small'.split(' '));
const lost: [ReadonlySet<string>, string][] = [
  [media, 'Not carried: pictures and media.'],
  [silent, 'Not carried: code, and what is worked out anew for each learner.'],
  [new Set(['math']), 'Not carried: formulas.'],
];

const webAddress = (href: string): string | null =>
  /^(https?|mailto):[^\s<>()\\]+$/i.test(href) ? href : null;

/** Spaces around a text matter inside a line. */
function words(text: string): string {
  const inner = text.trim();
  const [before, after] = [text.trimStart() !== text, inner !== '' && text.trimEnd() !== text];
  return `${before ? ' ' : ''}${asItStands(inner).replace(/\s+/g, ' ')}${after ? ' ' : ''}`;
}

const codeOf = (text: string): string => {
  const code = text.replace(/[`\s]+/g, ' ').trim();
  return code === '' ? '' : `\`${code}\``;
};

/** Marks stand close around what they mark, the spaces outside. */
function marked(mark: string, inner: string): string {
  const core = inner.trim();
  // Marks end at a paragraph, and a gap stands in none.
  if (core === '' || core.includes('\n') || core.includes(gapSign)) return inner;
  return `${/^\s/.test(inner) ? ' ' : ''}${mark}${core}${mark}${/\s$/.test(inner) ? ' ' : ''}`;
}

function written(element: XmlElement, reading: Reading): string {
  const { name } = element;
  const { note, places } = reading;
  const place = places(element);
  if (place !== null) return place;
  const [, why] = lost.find(([names]) => names.has(name)) ?? [];
  if (why) {
    note(why);
    return '';
  }
  if (name === 'br') return '\n\n';
  if (name === 'code') return codeOf(textIn(element));
  if (name === 'pre')
    return `\n\n${textIn(element).split('\n').map(codeOf).filter(Boolean).join('\n\n')}\n\n`;
  const inner = inside(element, reading);
  const mark = marks[name];
  if (mark !== undefined) return marked(mark, inner);
  const href = name === 'a' ? webAddress(element.attributes.get('href') ?? '') : null;
  if (href && inner.trim() !== '' && !inner.includes('\n') && !inner.includes(gapSign))
    return `[${inner.trim()}](${href})`;
  if (name === 'ul' || name === 'ol') note('Not carried: that texts are a list. Each item is a paragraph.');
  if (name === 'table') note('Not carried: that texts are a table. Each row is a paragraph.');
  if (name === 'sub' || name === 'sup') note('Not carried: that signs are set lower or higher.');
  if (name === 'td' || name === 'th') return `${inner} `;
  if (blocks.has(name)) return `\n\n${inner.trim()}\n\n`;
  if (!plain.has(name) && name !== 'sub' && name !== 'sup')
    note(`Not carried: what “${name.slice(0, 40)}” means in its texts; the words are.`);
  return inner;
}

const inside = ({ children }: XmlElement, reading: Reading): string =>
  children.map((child) => (typeof child === 'string' ? words(child) : written(child, reading))).join('');

/**
 * The texts in elements as Markdown of paragraphs, of which no sign means anything that was not marked. What is lost
 * goes to the notes.
 */
export function markdownOf(
  elements: readonly (XmlElement | string)[],
  note: Note,
  places: Places = () => null,
): string {
  const all: XmlElement = { name: '', attributes: new Map(), children: [...elements] };
  return inside(all, { note, places })
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
