import { endsSentence, furnitureReason, isByline, isDateline } from './clean-document-signs';

/** A paragraph as it was found. `furniture` is the reason that its place in a page of html gives to drop it. */
export type FoundParagraph = { text: string; heading?: boolean; furniture?: string };

/** What a paragraph is, where that is plain without reading it. */
export type ParagraphKind = 'text' | 'heading' | 'byline' | 'dateline';

/** A paragraph with what is proposed: to stay (`removed` is null), or to go and why. */
export type CleanedParagraph = { text: string; kind: ParagraphKind; removed: string | null };

/** Control characters, marks that turn the direction of text around, and those of no width but joiners. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** Text on one line: spaces of every kind become one, what nobody sees goes. */
export const plainLine = (text: string): string =>
  text
    .replace(/\ufeff/g, '')
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(/ +/g, ' ')
    .trim();

/** Text for comparing lines: without case, marks and spaces. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Longest line that can be a repeated name of a site or a section. */
const longestName = 80;

/** How often each short line that is no sentence stands in the document. */
function repeatedNames(paragraphs: { text: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of paragraphs) {
    if (text.length > longestName || endsSentence(text)) continue;
    counts.set(bare(text), (counts.get(bare(text)) ?? 0) + 1);
  }
  return counts;
}

/** Why a short line is the name of the site or the document itself, or null when it is not. */
function ownName(text: string, { title, publisher }: { title: string; publisher: string }): string | null {
  const own = bare(text);
  if (text.length > title.length + publisher.length + 12) return null;
  if (own === bare(publisher)) return 'name of the publisher';
  if (own === bare(title)) return 'repeats the title';
  const both = [bare(title) + bare(publisher), bare(publisher) + bare(title)];
  return both.includes(own) ? 'title and publisher of the page' : null;
}

/**
 * Proposes what of a document is page furniture, with the reason, and says which lines are bylines,
 * datelines and headings. Nothing is lost: what is to go is marked, not dropped.
 */
export function cleanDocument(
  paragraphs: FoundParagraph[],
  about: { title: string; publisher: string },
): CleanedParagraph[] {
  const found = paragraphs
    .map((paragraph) => ({ ...paragraph, text: plainLine(paragraph.text) }))
    .filter(({ text }) => text !== '');
  const repeated = repeatedNames(found);
  return found.map(({ text, heading, furniture }) => {
    const kind = isDateline(text) ? 'dateline' : isByline(text) ? 'byline' : heading ? 'heading' : 'text';
    const times = repeated.get(bare(text)) ?? 0;
    const removed =
      furniture ??
      ownName(text, about) ??
      (kind === 'text' || kind === 'heading' ? furnitureReason(text) : null) ??
      (times > 1 && !endsSentence(text) ? `stands ${times} times on the page` : null) ??
      (/[\p{L}\p{N}]/u.test(text) ? null : 'no words');
    return { text, kind, removed };
  });
}
