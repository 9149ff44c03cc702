import type { FoundParagraph } from './clean-document';

/** Passages are as long as a paragraph of a report, so that one can speak about them: about 90 words. */
const longestPassage = 600;

/** How much a text has to say: a Chinese character counts as much as two and a half letters. */
export const weightOf = (text: string): number =>
  text.length + 1.5 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Two texts after one another: a space between them, but not between Chinese. */
export function joined(before: string, after: string): string {
  return /[\p{Script=Han}。，、；：！？”」』）》…]$/u.test(before) &&
    /^[\p{Script=Han}。，、；：！？“「『（《…]/u.test(after)
    ? before + after
    : `${before} ${after}`;
}

/** Whether lines were broken to fit a width, rather than each being a paragraph. */
function isWrapped(lines: string[]): boolean {
  const body = lines.slice(0, -1);
  const even = body.every((line) => weightOf(line) >= 45 && weightOf(line) <= 130);
  const open = body.filter((line) => !/[.!?。！？:：”"」]$/.test(line)).length;
  return body.length > 0 && even && open * 2 > body.length;
}

/** The paragraphs of a plain text: between empty lines, or line by line where there are none. */
export function paragraphsOf(text: string): FoundParagraph[] {
  const chunks = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((chunk) =>
      chunk
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
  return chunks
    .flatMap((lines) => (isWrapped(lines) ? [lines.reduce(joined)] : lines))
    .map((line) => ({ text: line }));
}

/** The mark that closes what another opens. */
const partners = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
]);

/** The stretches between quotation marks that have a partner, by where they begin and end. */
export function quotedRanges(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const partnerless = new Set<string>();
  let straight = -1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (partnerless.has(sign)) continue;
    const partner = partners.get(sign);
    if (partner) {
      const end = text.indexOf(partner, at + 1);
      if (end < 0) partnerless.add(sign);
      else {
        ranges.push({ start: at, end });
        at = end;
      }
    } else if (sign === '"') {
      if (straight < 0) straight = at;
      else {
        ranges.push({ start: straight, end: at });
        straight = -1;
      }
    } else if (sign === "'" && isOpeningApostrophe(text, at)) {
      const end = closingApostrophe(text, at + 1);
      if (end < 0) partnerless.add(sign);
      else {
        ranges.push({ start: at, end });
        at = end;
      }
    }
  }
  return ranges;
}

const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** A straight single mark opens a quotation after a space, not inside a word as in “don't”. */
const isOpeningApostrophe = (text: string, at: number): boolean =>
  !isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1));

function closingApostrophe(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === "'" && !isLetter(text.charAt(at + 1)) && text.charAt(at - 1) !== ' ') return at;
  }
  return -1;
}

/** Words that end in a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[\s(“"'‘[])(?:mr|mrs|ms|dr|prof|st|sr|jr|gen|col|capt|lt|sgt|sen|rep|gov|hon|rev|eds?|cf|vs|etc|approx|ca|est|dept|univ|assn|bros|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|al|e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|u\.n|e\.u|ph\.d|\p{L})\.$/iu;

/** Words that are one only before a number. */
const beforeNumber = /(?:^|[\s(“"'‘[])(?:nos?|vols?|arts?|sec|ch|figs?|para|pp?)\.$/i;

/** Abbreviations that often end a sentence too: they do when what follows begins like one. */
const mayEnd = /(?:inc|ltd|co|corp|etc|al|a\.m|p\.m|u\.s|u\.k|u\.n|e\.u)\.$/i;
const startsSentence =
  /^(?:[“"'‘(]?)(?:The|A|An|It|He|She|They|We|I|In|On|At|This|That|These|Those|But|And|However|Meanwhile|According|China|As|For|With|After|Before)\b/;

/** “…。”他说。: who said it belongs to what was said. */
const chineseSpeaker =
  /^[^，。！？；：“]{0,14}(?:说|表示|强调|指出|认为|称|问|道|介绍|写道)[^。！？；]{0,8}[。：，]/;

/** 他指出：“…。”: its speaker is named before it, so that who speaks after it says something else. */
const introduced = /[:：][“「『][^“「『]*$/;

function endsHere(sentence: string, after: string): boolean {
  const before = sentence.slice(-40);
  if (/[。！？]["”’'」』）)\]]+$/.test(before))
    return introduced.test(sentence) || !chineseSpeaker.test(after);
  if (/[。！？]$/.test(before)) return true;
  if (!/^["“‘'([「『]?[\p{Lu}\p{N}\p{Script=Han}]/u.test(after)) return false;
  if (beforeNumber.test(before)) return !/^\d/.test(after);
  if (!abbreviation.test(before)) return true;
  return mayEnd.test(before) && startsSentence.test(after);
}

/**
 * The sentences of a paragraph, English and Chinese. Abbreviations, initials and decimal numbers end none,
 * and a quotation is never broken. Nothing is lost but the spaces between them.
 */
export function sentencesOf(text: string): string[] {
  const inside = new Uint8Array(text.length + 1);
  for (const { start, end } of quotedRanges(text)) inside.fill(1, start + 1, end + 1);
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?。！？…]+["”’'」』）)\]]*/g)) {
    const end = match.index + match[0].length;
    const [before, after] = [text.slice(Math.max(from, end - 400), end), text.slice(end, end + 80)];
    const spaced = /^\s/.test(after) || /[。！？]/.test(match[0]);
    if (inside[end] || after.trim() === '' || !spaced || !endsHere(before, after.trimStart())) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** Splits a paragraph that is too long between its sentences, into passages of about the same length. */
export function splitParagraph(text: string, longest = longestPassage): string[] {
  const whole = weightOf(text);
  if (whole <= longest) return [text];
  const target = whole / Math.ceil(whole / longest);
  const passages: string[] = [];
  let [open, weight] = ['', 0];
  for (const sentence of sentencesOf(text)) {
    const own = weightOf(sentence);
    if (weight > 0 && weight + own / 2 > target) {
      passages.push(open);
      [open, weight] = ['', 0];
    }
    open = open === '' ? sentence : joined(open, sentence);
    weight += own;
  }
  return [...passages, open];
}
