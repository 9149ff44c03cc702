import { createHash } from 'node:crypto';
import type { Figure } from './svg';
import { color, figure, path, rule, text } from './svg';

const name = 'avalanche';
const FIRST = 'blockchain policy';
const SECOND = 'blockchain policy.';

const hash = (s: string): string => createHash('sha256').update(s).digest('hex');
const bits = (hex: string): string[] =>
  [...hex].flatMap((digit) => [...Number.parseInt(digit, 16).toString(2).padStart(4, '0')]);

const before = bits(hash(FIRST));
const after = bits(hash(SECOND));
const isFlipped = after.map((bit, i) => bit !== before[i]);
const flipped = isFlipped.filter(Boolean).length;
const share = Math.round((flipped / 256) * 100);

const CELL = 25;
const TOP = 172;
const x = (i: number): number => 20 + CELL * (i % 16) + CELL / 2;
const y = (i: number): number => TOP + CELL * Math.floor(i / 16) + CELL / 2;
const all = [...after.keys()];

const diamond = (cx: number, cy: number): string => `M${cx} ${cy - 11.5}l11.5 11.5l-11.5 11.5l-11.5 -11.5z`;
const diamonds = path(
  all
    .filter((i) => isFlipped[i])
    .map((i) => diamond(x(i), y(i)))
    .join(''),
  { fill: 'accent-soft', stroke: 'accent' },
);

/** The digits of one row that are flipped, or those that are not, each at its own place. */
const digits = (row: number, wanted: boolean): string => {
  const cells = all.slice(row * 16, row * 16 + 16).filter((i) => isFlipped[i] === wanted);
  if (cells.length === 0) return '';
  return (
    `<text x="${cells.map(x).join(' ')}" y="${y(row * 16) + 4.4}" font-size="12" ` +
    `font-family="var(--font-mono)" text-anchor="middle" fill="${color(wanted ? 'ink' : 'ink-soft')}"` +
    `${wanted ? ' font-weight="700"' : ''}>${cells.map((i) => after[i]).join('')}</text>`
  );
};

const rows = Array.from({ length: 16 }, (_, row) => digits(row, true) + digits(row, false));

const heading = (at: number, s: string): string => {
  const hex = hash(s);
  return (
    text(20, at, `“${s}”`, { font: 'mono', size: 14, bold: true }) +
    [hex.slice(0, 32), hex.slice(32)]
      .map((half, i) =>
        text(20, at + 19 + i * 17, (half.match(/.{4}/g) ?? []).join(' '), {
          font: 'mono',
          size: 12,
          fill: 'ink-soft',
        }),
      )
      .join('')
  );
};

/** What one full stop does to a SHA-256 hash. */
export const avalanche: Figure = figure(
  name,
  `One full stop changes ${flipped} of 256 bits`,
  `Two texts that differ by a full stop, “${FIRST}” and “${SECOND}”, are hashed with SHA-256: the ` +
    `first hash begins ${hash(FIRST).slice(0, 8)}, the second ${hash(SECOND).slice(0, 8)}. Below, the ` +
    '256 bits of the second hash fill a grid of 16 by 16; a bit that differs from the first hash ' +
    'stands bold in a diamond, one that is the same stands plain. ' +
    `${flipped} bits are flipped, ${share} per cent and close to half, scattered without a pattern.`,
  636,
  [
    heading(22, FIRST),
    heading(88, SECOND),
    rule(20, 142, 420, 142, { stroke: 'rule' }),
    text(20, 163, 'The 256 bits of the second hash', { size: 13.5, fill: 'ink-soft' }),
    diamonds,
    ...rows,
    path(diamond(32, 604), { fill: 'accent-soft', stroke: 'accent' }),
    text(32, 608.4, '1', { font: 'mono', size: 12, bold: true, anchor: 'middle' }),
    text(52, 609, [{ t: `${flipped} flipped`, bold: true }, { t: ` (${share} %)` }], { size: 15 }),
    text(236, 608.4, '1', { font: 'mono', size: 12, anchor: 'middle', fill: 'ink-soft' }),
    text(250, 609, `${256 - flipped} the same as before`, { size: 15 }),
  ],
);
