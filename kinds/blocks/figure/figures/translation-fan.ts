import { badge } from './marks';
import type { Figure, Span } from './svg';
import { arrow, figure, lines, markers, rect, text } from './svg';

const name = 'translation-fan';

/** The phrase in its parts, each with a plain gloss. */
const parts: [zh: string, gloss: string[]][] = [
  ['提升', ['raise']],
  ['国际', ['inter-', 'national']],
  ['话语权', ['the say', 'one has']],
  ['和', ['and']],
  ['规则制定权', ['rule-', 'making', 'power']],
];

type Rendering = { rows: (string | Span[])[]; where: string; misparse?: boolean };

const key = (t: string): Span => ({ t, bold: true, underline: true });

const renderings: Rendering[] = [
  {
    rows: [[{ t: 'increase China’s ' }, key('influence')], 'and rule-making power', 'in the global arena'],
    where: 'Xinhua English',
  },
  {
    rows: [[{ t: 'enhance its ' }, key('discourse')], [key('power'), { t: ' and rule-making' }], 'power'],
    where: 'Global Times',
  },
  {
    rows: [[{ t: 'enhance the ' }, key('right to')], [key('speak'), { t: ' internationally' }], 'and rules'],
    where: 'blocking.net',
  },
  {
    rows: [
      [{ t: 'enhance the ' }, key('right to')],
      [key('speak'), { t: ' and ' }, { t: 'rule', bold: true }],
      'in the world',
    ],
    where: 'dcebrief.com',
    misparse: true,
  },
  { rows: [[{ t: 'China’s ' }, key('say'), { t: ' …' }], 'and rule-making'], where: 'chinascope' },
];

const CHAR = 26;
const GAP = 14;

const drawPhrase = (): string => {
  let y = 99;
  return parts
    .map(([zh, gloss]) => {
      const top = y;
      const chars = [...zh]
        .map((c) => {
          const glyph = text(100, y, c, {
            size: 22,
            font: 'serif',
            anchor: 'middle',
            lang: 'zh-Hans',
          });
          y += CHAR;
          return glyph;
        })
        .join('');
      const middle = (top + y - CHAR) / 2 - 3 - ((gloss.length - 1) * 16) / 2;
      y += GAP;
      return chars + lines(74, middle, gloss, { size: 13, anchor: 'end', fill: 'ink-soft', leading: 16 });
    })
    .join('');
};

const ROWS = [10, 114, 218, 330, 478];

const drawRendering = (r: Rendering, i: number): string => {
  const y = ROWS[i] ?? 0;
  const last = y + 20 + r.rows.length * 21;
  const d = `M126 275C176 275 156 ${y + 34} 206 ${y + 34}`;
  return (
    (r.misparse ? rect(212, y - 8, 220, 146, { fill: 'bad-soft', stroke: 'bad' }) : '') +
    arrow(name, d, {
      stroke: r.misparse ? 'bad' : 'ink-soft',
      dash: r.misparse ? '5 4' : undefined,
    }) +
    lines(222, y + 18, r.rows, { size: 17, font: 'serif', italic: true, leading: 21 }) +
    text(222, last, r.where, { size: 13, fill: 'ink-soft' }) +
    (r.misparse
      ? badge(231, last + 17, 'cross', 'bad', 8) +
        lines(245, last + 22, ['mis-parse: making rules', 'became “to rule”'], {
          size: 13,
          bold: true,
          fill: 'bad',
          leading: 17,
        })
      : '')
  );
};

/** One Chinese phrase and the five Englishes it became. */
export const translationFan: Figure = figure(
  name,
  'One phrase, five Englishes',
  'The Chinese phrase 提升国际话语权和规则制定权 stands in a column, glossed part by part: raise, ' +
    'international, the say one has, and, rule-making power. Five arrows fan out from it. Xinhua’s ' +
    'English has “increase China’s influence and rule-making power in the global arena”, Global ' +
    'Times “enhance its discourse power and rule-making power”, blocking.net “enhance the right to ' +
    'speak internationally and rules”, and chinascope “China’s say … and rule-making”. The fifth, at ' +
    'dcebrief.com, is marked with a cross and a dashed arrow as a mis-parse: “enhance the right to ' +
    'speak and rule in the world” turns the making of rules into ruling. The words for 话语权 are ' +
    'underlined in each.',
  554,
  [
    markers(name, ['ink-soft', 'bad']),
    rect(82, 69, 36, 412, { fill: 'raised', stroke: 'accent', width: 1.5 }),
    drawPhrase(),
    ...renderings.map(drawRendering),
  ],
);
