import type { ParagraphKind } from './clean-document';
import type { SpeechMode } from './evidence-levels';
import { chineseAttributions } from './speech-chinese';
import { englishAttributions } from './speech-english';
import { quotedRanges, weightOf } from './split-passages';

/** Where a text says who says it. `stands` is the pronoun or noun that stands for somebody named before. */
export type Attribution = {
  speaker: string | null;
  stands: string | null;
  verb: string;
  side: 'before' | 'after';
  /** The verb tells what was spoken of, not what was said. */
  summary: boolean;
  at: number;
};

/** What the rules propose for a passage, and why. A person decides. */
export type SpeechProposal = {
  mode: SpeechMode;
  speaker: string;
  verb: string | null;
  /** Never above a plan: what the words of a source alone can show. */
  evidence: 'E0' | 'E1' | null;
  /** The speaker is the one of a passage before. */
  carried: boolean;
  why: string;
};

const planWords =
  /\b(plan(s|ned|ning)? to|aim(s|ed|ing)? (to|at)|targets? (of|to|for)|goals? of|by (the end of )?20\d\d|road ?map|five-year plan|intend(s|ed)? to|vow(s|ed)? to|pledg(es|ed|e) to|will (be )?(launch|buil[dt]|establish|invest|set up|issue|complete|create|open|start|introduc|expand|reach)\w*)\b|计划(?!生育)|规划|目标|到 ?20\d\d ?年|力争|争取(在|到|实现)|拟(于|在|建|推|出|定)|将(于|在|建|推出|启动|设立|投入|开展|出台|实施|完成)|十[三四五六]五/i;
const figures =
  /\d[\d.,]* ?(%|percent|per cent|million|billion|trillion|yuan|dollars)|\d[\d.,]*[万亿％%]|百分之/i;
const demands = /^[^，。]{0,6}(?:要|应|应当|必须|需要|鼓励|推动|加快|加强)/;

/** Quotations that are somebody's sentence; a word or a term in quotation marks is none. */
function speechIn(text: string): { start: number; end: number }[] {
  return quotedRanges(text).filter(({ start, end }) => {
    const inside = text.slice(start + 1, end);
    const characters = inside.match(/\p{Script=Han}/gu)?.length ?? 0;
    return characters > 0 ? characters >= 7 || /[，。]/.test(inside) : inside.trim().split(/\s+/).length >= 4;
  });
}

/** The full name of which a speaker's name is a part: “Xi” after “Xi Jinping”. */
function fullName(speaker: string, known: string[]): string {
  const longer = known.filter((name) => name !== speaker && name.split(' ').includes(speaker));
  return longer.at(-1) ?? speaker;
}

const evidenceOf = (text: string, isClaim: boolean): 'E0' | 'E1' | null => {
  // A plan that is only named by its title is none that is stated.
  if (planWords.test(text.replace(/《[^》]*》/g, ''))) return 'E1';
  return isClaim || figures.test(text) ? 'E0' : null;
};

const kindReasons: Record<Exclude<ParagraphKind, 'text'>, string> = {
  heading: 'a heading',
  byline: 'looks like a byline',
  dateline: 'looks like a dateline',
};

type Heard = { last: string | null; known: string[] };

/** Who speaks is said near the beginning; what goes on longer is no passage that a person would leave so. */
const longestHeard = 4_000;

function proposeOne(whole: string, writer: string, heard: Heard): SpeechProposal {
  const text = whole.slice(0, longestHeard);
  const quotes = speechIn(text);
  const isQuoted = (at: number) => quotes.some(({ start, end }) => at > start && at < end);
  const found = [...englishAttributions(text, isQuoted), ...chineseAttributions(text, isQuoted)];
  found.sort((a, b) => a.at - b.at);
  // A claim says more than what somebody spoke of; who is named says more than a pronoun.
  const attribution =
    found.find(({ summary, speaker }) => !summary && speaker !== null) ??
    found.find(({ summary }) => !summary) ??
    found[0];
  const named = attribution?.speaker ? fullName(attribution.speaker, heard.known) : null;
  const quotedShare =
    quotes.reduce((sum, { start, end }) => sum + weightOf(text.slice(start, end)), 0) / weightOf(text);
  const mostlyQuoted = quotedShare >= 0.4;
  const marks = mostlyQuoted ? 'most of it stands in quotation marks' : 'some words stand in quotation marks';

  if (attribution) {
    const speaker = named ?? heard.last;
    const verb = `verb “${attribution.verb}”`;
    const by = named
      ? `speaker “${named}” ${attribution.side} it`
      : speaker
        ? `speaker “${speaker}” carried over${attribution.stands ? ` for “${attribution.stands}”` : ', because none is named'}`
        : 'no speaker named before';
    const mode = mostlyQuoted ? 'quote' : attribution.summary ? 'summary' : 'paraphrase';
    return {
      mode,
      speaker: speaker ?? writer,
      verb: attribution.verb,
      evidence: mode === 'summary' ? null : evidenceOf(text, true),
      carried: named === null && speaker !== null,
      why: [verb, by, ...(quotes.length > 0 ? [marks] : [])].join(', '),
    };
  }
  if (mostlyQuoted)
    return {
      mode: 'quote',
      speaker: heard.last ?? writer,
      verb: null,
      evidence: evidenceOf(text, true),
      carried: heard.last !== null,
      why: heard.last ? `${marks}, speaker “${heard.last}” carried over` : `${marks}, no speaker named`,
    };
  if (heard.last !== null && demands.test(text))
    return {
      mode: 'paraphrase',
      speaker: heard.last,
      verb: null,
      evidence: evidenceOf(text, true),
      carried: true,
      why: `a demand without a subject, speaker “${heard.last}” carried over`,
    };
  return {
    mode: 'gloss',
    speaker: writer,
    verb: null,
    evidence: evidenceOf(text, false),
    carried: false,
    why: 'no reporting verb and no quotation: the writer’s own words',
  };
}

/**
 * Proposes for each passage who speaks, how the words are carried, by which verb, and whether it states a
 * plan. `before` is who spoke last before the first of them.
 */
export function proposeSpeech(
  passages: { text: string; kind: ParagraphKind }[],
  writer: string,
  before: string | null = null,
): SpeechProposal[] {
  const heard: Heard = { last: before, known: before === null ? [] : [before] };
  return passages.map(({ text, kind }) => {
    if (kind !== 'text')
      return {
        mode: 'gloss',
        speaker: writer,
        verb: null,
        evidence: null,
        carried: false,
        why: kindReasons[kind],
      };
    const proposal = proposeOne(text, writer, heard);
    if (proposal.mode !== 'gloss' && proposal.speaker !== writer) {
      heard.last = proposal.speaker;
      heard.known = [...heard.known.filter((name) => name !== proposal.speaker), proposal.speaker];
    }
    return proposal;
  });
}
