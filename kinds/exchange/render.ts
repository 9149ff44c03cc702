import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Rendering } from '@/rules/exchange/gift-read';
import { asItStands } from '@/rules/exchange/markdown-text';

const parser = unified().use(rehypeParse, { fragment: true });

/** Tags in one text, and how deep they may stand in each other; what is beyond is text that nobody wrote by hand. */
const most = { tags: 2_000, deep: 60 };

const silent = new Set(
  'script style template noscript svg math iframe object embed applet canvas head title textarea select button form link meta base'.split(
    ' ',
  ),
);
const media = new Set(['img', 'picture', 'video', 'audio', 'source', 'track']);
const blocks = new Set(
  'p div li ul ol tr table section article blockquote pre h1 h2 h3 h4 h5 h6 dt dd hr br'.split(' '),
);
const marks: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*' };

type Node = Root | RootContent | ElementContent;

const textIn = (node: Node): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : '';

const webAddress = (href: unknown): string | null =>
  typeof href === 'string' && /^(https?|mailto):[^\s<>()\\]+$/i.test(href) ? href : null;

function written(node: Node, note: (words: string) => void, depth = 0): string {
  if (node.type === 'text') return asItStandsInline(node.value);
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    const { tagName } = node;
    if (silent.has(tagName)) {
      note('Not carried: code and forms in its html.');
      return '';
    }
    if (media.has(tagName)) note('Not carried: pictures and media.');
  }
  const inner =
    depth > most.deep ? '' : node.children.map((child) => written(child, note, depth + 1)).join('');
  return node.type === 'element' ? wrapped(node, inner) : inner;
}

/** Spaces around a text matter inside a line. */
function asItStandsInline(text: string): string {
  const words = text.trim();
  const [before, after] = [text.trimStart() !== text, words !== '' && text.trimEnd() !== text];
  return `${before ? ' ' : ''}${asItStands(words).replace(/\n/g, ' ')}${after ? ' ' : ''}`;
}

function wrapped(element: Element, inner: string): string {
  const { tagName, properties } = element;
  if (tagName === 'code') {
    const code = textIn(element)
      .replace(/[`\s]+/g, ' ')
      .trim();
    return code === '' ? '' : `\`${code}\``;
  }
  const mark = marks[tagName];
  if (mark && inner.trim() !== '') return `${mark}${inner.trim()}${mark}`;
  const href = tagName === 'a' ? webAddress(properties.href) : null;
  if (href && inner.trim() !== '') return `[${inner.trim()}](${href})`;
  return blocks.has(tagName) ? `\n\n${inner.trim()}\n\n` : inner;
}

/** Makes Markdown of a text in whatever form it arrives. Of html, what Markdown has no sign for becomes its words. */
export const renderText: Rendering = (text, form, note) => {
  if (form === 'markdown') return text;
  if (form === 'plain' || !/[<&]/.test(text)) return asItStands(text);
  if ((text.match(/</g)?.length ?? 0) > most.tags) {
    note('Not carried: the marks in its html, of which there are too many.');
    return asItStands(text.replace(/<[^<>]*>/g, ' '));
  }
  return written(parser.parse(text), note)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
