import type { Element, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type FoundParagraph, plainLine } from '@/rules/sources/clean-document';

const parser = unified().use(rehypeParse);

/** What is never read: code, styles, and what stands for other files. */
const dropped = new Set(
  'script style template noscript svg math canvas iframe object embed applet audio video picture source track map area head title meta link base datalist rt rp'.split(
    ' ',
  ),
);

/** What belongs to the page and not to its text, and why. */
const furniture: Record<string, string> = {
  nav: 'navigation of the page',
  header: 'head of the page',
  footer: 'foot of the page',
  aside: 'beside the text of the page',
  form: 'form of the page',
  button: 'button of the page',
  select: 'form of the page',
  textarea: 'form of the page',
  menu: 'navigation of the page',
  dialog: 'dialog of the page',
  figcaption: 'caption of a picture',
  caption: 'caption of a table',
};
const roles: Record<string, string> = {
  navigation: 'navigation of the page',
  banner: 'head of the page',
  contentinfo: 'foot of the page',
  complementary: 'beside the text of the page',
  search: 'form of the page',
  dialog: 'dialog of the page',
};

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Furniture can be put back; what is longer than a person would read is cut. */
const longestFurniture = 2_000;
/** Deeper than any page is written, and as deep as we walk. */
const deepest = 400;

/** Pages of articles have some thousands; beyond this, reading one would hold everybody else up. */
const mostMarks = 60_000;

/** A page with more markup, or deeper, than any article has. */
export class TooMuchMarkup extends Error {
  override name = 'TooMuchMarkup';
}

const attribute = (node: Element, name: string): string => {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
};

function isHidden(node: Element): boolean {
  const { hidden, ariaHidden } = node.properties;
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    String(ariaHidden) === 'true' ||
    /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(node, 'style'))
  );
}

function reasonOf(node: Element, inArticle: boolean): string | null {
  if (isHidden(node)) return 'hidden on the page';
  // The head of an article holds its title and byline, and is read like the rest of it.
  if (inArticle && node.tagName === 'header') return null;
  const role = roles[attribute(node, 'role')];
  if (role) return role;
  if (/(^|[\s_-])(caption|wp-caption-text)([\s_-]|$)/i.test(attribute(node, 'className')))
    return furniture.figcaption ?? null;
  return furniture[node.tagName] ?? null;
}

function parse(html: string): Root {
  try {
    return parser.parse(html);
  } catch (error) {
    // The parser walks a tree by calling itself, and some pages are made to be too deep for that.
    if (error instanceof RangeError) throw new TooMuchMarkup();
    throw error;
  }
}

/** All text of some nodes, as it is read aloud, without what is never read. */
function textOf(nodes: RootContent[], depth: number): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element' || dropped.has(node.tagName) || depth > deepest) return '';
      const text = textOf(node.children as RootContent[], depth + 1);
      return inline.has(node.tagName) ? text : ` ${text} `;
    })
    .join('');
}

/**
 * The paragraphs of a page of html: its text and nothing of its markup. Scripts, styles and embedded things
 * are gone; navigation, heads, feet, forms, captions and what is hidden are marked as furniture.
 */
export function htmlParagraphs(html: string): FoundParagraph[] {
  if ((html.match(/</g)?.length ?? 0) > mostMarks) throw new TooMuchMarkup();
  const found: FoundParagraph[] = [];
  let open = '';
  const close = (heading = false) => {
    const text = plainLine(open);
    open = '';
    if (text !== '') found.push(heading ? { text, heading } : { text });
  };
  const walk = (nodes: RootContent[], inArticle: boolean, depth: number): void => {
    for (const node of nodes) {
      if (node.type === 'text') open += node.value;
      if (node.type !== 'element' || dropped.has(node.tagName) || depth > deepest) continue;
      const reason = reasonOf(node, inArticle);
      if (reason) {
        close();
        const text = plainLine(textOf(node.children as RootContent[], depth));
        if (text !== '') found.push({ text: shortened(text), furniture: reason });
        continue;
      }
      const breaks = !inline.has(node.tagName);
      if (breaks) close();
      walk(node.children as RootContent[], inArticle || /^(article|main)$/.test(node.tagName), depth + 1);
      if (breaks) close(/^h[1-6]$/.test(node.tagName));
    }
  };
  walk(parse(html).children, false, 0);
  close();
  return found;
}

const shortened = (text: string): string =>
  text.length <= longestFurniture ? text : `${text.slice(0, longestFurniture).trimEnd()} …`;
