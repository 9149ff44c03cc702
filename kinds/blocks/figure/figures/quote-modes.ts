import { bracket } from './marks';
import type { Figure, Tone } from './svg';
import { figure, lines, path, rule, text } from './svg';

const name = 'quote-modes';

type Part = {
  lead?: string;
  words: string[];
  name: string;
  whose: string;
  tone: Tone;
  dash?: string;
  width: number;
};

const parts: Part[] = [
  {
    words: ['The minister'],
    name: 'speaker',
    whose: 'who is said to speak',
    tone: 'ink-soft',
    width: 1.25,
  },
  {
    words: ['stressed'],
    name: 'reporting verb',
    whose: 'the writer’s choice',
    tone: 'ink-soft',
    width: 1.25,
  },
  {
    words: ['that clear rules', 'must come first,'],
    name: 'paraphrase',
    whose: 'their point, the writer’s words',
    tone: 'accent',
    dash: '7 4',
    width: 1.5,
  },
  {
    lead: 'called the ledger',
    words: ['“a tool, not a cure”'],
    name: 'quote',
    whose: 'their words, marked as theirs',
    tone: 'accent',
    width: 1.5,
  },
  {
    words: ['and touched on', 'five other topics,'],
    name: 'summary',
    whose: 'much speech, few words',
    tone: 'accent',
    dash: '1.5 4.5',
    width: 1.5,
  },
  {
    words: ['a clear sign of', 'caution to come.'],
    name: 'writer’s gloss',
    whose: 'nobody said this at the event',
    tone: 'bad',
    width: 1.5,
  },
];

const wave = (x: number, y1: number, y2: number): string => {
  let d = `M${x} ${y1}`;
  for (let y = y1, side = 1; y < y2; y += 6, side = -side) d += `q${4 * side} 3 0 6`;
  return d;
};

const LEADING = 27;
const SPOKEN = { size: 20, font: 'serif', italic: true } as const;

const draw = (): string => {
  let y = 34;
  return parts
    .map((p, i) => {
      if (p.lead) y += LEADING;
      const top = y;
      const bottom = y + (p.words.length - 1) * LEADING;
      const middle = (top + bottom) / 2 - 5;
      y = bottom + 54;
      const edge =
        p.name === 'writer’s gloss'
          ? path(wave(204, top - 18, bottom + 6), { stroke: p.tone, width: p.width })
          : bracket(204, top - 18, bottom + 8, { stroke: p.tone, width: p.width, dash: p.dash });
      const lead = p.lead ? text(16, top - LEADING, p.lead, { ...SPOKEN, fill: 'ink-soft' }) : '';
      return (
        lead +
        lines(16, top, p.words, { ...SPOKEN, leading: LEADING }) +
        edge +
        text(220, middle, p.name, { size: 15, bold: true, fill: i === 5 ? 'bad' : 'ink' }) +
        text(220, middle + 20, p.whose, { size: 13.5, fill: 'ink-soft' })
      );
    })
    .join('');
};

/** One sentence with its speaker, its reporting verb and the four modes of report. */
export const quoteModes: Figure = figure(
  name,
  'One sentence, four ways of reporting',
  'A made-up sentence is read part by part: “The minister stressed that clear rules must come ' +
    'first, called the ledger ‘a tool, not a cure’ and touched on five other topics, a clear sign of ' +
    'caution to come.” “The minister” is the speaker, and “stressed” the reporting verb, which the ' +
    'writer chose. “That clear rules must come first” is paraphrase, the speaker’s point in the ' +
    'writer’s words; “a tool, not a cure” is a quote, the speaker’s own words in quotation marks; ' +
    '“touched on five other topics” is summary, much speech in few words. “A clear sign of caution ' +
    'to come” is the writer’s gloss, marked with a wavy line: nobody said it at the event.',
  482,
  [
    draw(),
    rule(16, 440, 424, 440, { stroke: 'rule' }),
    text(16, 466, 'The sentence is made up for practice.', { size: 13.5, fill: 'ink-soft' }),
  ],
);
