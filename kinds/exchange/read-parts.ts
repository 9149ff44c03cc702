import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isGap } from '@/kinds/questions/cloze/gaps';
import { isEventDate } from '@/rules/assessment/event-dates';
import { type Asked, type ExchangedGap, gapSign, partsOf } from '@/rules/exchange/question';
import { optionOf } from './source';

/** What a question asks, and the blocks before it that say so. */
export type Parts = { asked: Asked; prompt: RootContent[] };

/** Dated events in their order; null where one has no date. */
export function readTimeline(items: readonly ListItem[], source: string): Asked | null {
  const events = items.map((item) => {
    const [, date = '', text = ''] = /^(\S+)\s+—\s*([\s\S]*)$/.exec(optionOf(source)(item).text) ?? [];
    return { date, text };
  });
  return events.length > 0 && events.every(({ date, text }) => isEventDate(date) && text !== '')
    ? { kind: 'timeline', events }
    : null;
}

const isList = (node: RootContent | undefined): node is List => node?.type === 'list';

/** A statement, and the reasons for which it is true or false, below the word of each. */
export function readSides(children: RootContent[], source: string): Parts | null {
  const at = children.findIndex((child) => child.type === 'paragraph' && textOf(child).trim() === 'True:');
  const [, whenTrue, , whenFalse] = at < 0 ? [] : children.slice(at);
  if (!isList(whenTrue) || !isList(whenFalse)) return null;
  const reasons = (
    [
      ['True', whenTrue],
      ['False', whenFalse],
    ] as const
  ).flatMap(([side, list]) => list.children.map((item) => ({ ...optionOf(source)(item), side })));
  return { asked: { kind: 'true-false', reasons }, prompt: children.slice(0, at) };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function gapOf(words: string): ExchangedGap {
  const forms = words.split('|').map(flat);
  const options = forms.map((form) => form.replace(/^=\s*/, ''));
  const right = options[forms.findIndex((form) => form.startsWith('='))];
  return right === undefined ? { accepted: forms } : { right, options };
}

/** The Markdown of a paragraph with a sign in the place of every gap. */
function gapped({ children, position }: Paragraph, source: string): string {
  const offset = (at: number | undefined) => at ?? 0;
  let from = offset(position?.start.offset);
  const texts: string[] = [];
  for (const child of children.filter(isGap)) {
    texts.push(source.slice(from, offset(child.position?.start.offset)).replaceAll(gapSign, ''), gapSign);
    from = offset(child.position?.end.offset);
  }
  texts.push(source.slice(from, offset(position?.end.offset)).replaceAll(gapSign, ''));
  return texts.join('');
}

/** A text with gaps: from the first paragraph on that has one. */
export function readCloze(children: RootContent[], source: string): Parts | null {
  const blocks = children.filter(({ type }) => type !== 'blockquote');
  const from = blocks.findIndex((child) => child.type === 'paragraph' && child.children.some(isGap));
  const paragraphs = blocks.slice(from).filter((child) => child.type === 'paragraph');
  if (from < 0 || paragraphs.length < blocks.length - from) return null;
  const gaps = paragraphs.flatMap((paragraph) => paragraph.children.filter(isGap));
  const text = paragraphs.map((paragraph) => gapped(paragraph, source)).join('\n\n');
  return {
    asked: { kind: 'cloze', parts: partsOf(text), gaps: gaps.map((gap) => gapOf(textOf(gap))) },
    prompt: blocks.slice(0, from),
  };
}
