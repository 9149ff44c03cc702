import { createHash } from 'node:crypto';
import { badge } from './marks';
import type { Figure, Span } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'hash-chain';
const recorded = ['lot 7: passed', 'lot 8: failed', 'lot 9: passed', 'lot 10: passed'];
const edited = recorded.map((data, i) => (i === 1 ? 'lot 8: passed' : data));

/** The hash of each block: of its number, the hash before it and its data. */
const chain = (data: string[]): string[] => {
  let before = '0'.repeat(64);
  return data.map((d, i) => {
    before = createHash('sha256')
      .update(`${i + 1}|${before}|${d}`)
      .digest('hex');
    return before;
  });
};

const short = (hex: string | undefined): string => `${hex?.slice(0, 4)} ${hex?.slice(4, 8)} …`;
const then = chain(recorded);
const now = chain(edited);

const STEP = 136;
const BOX = 50;

const drawBlock = (_: string, i: number): string => {
  const y = 10 + i * STEP;
  const hit = i === 1;
  const data: Span[] = hit
    ? [{ t: 'lot 8: ' }, { t: 'failed', strike: true, fill: 'ink-soft' }, { t: ' passed', bold: true }]
    : [{ t: recorded[i] ?? '' }];
  return (
    box(16, y, 408, BOX, [], hit ? { fill: 'bad-soft', stroke: 'bad', width: 1.5 } : {}) +
    text(32, y + 31, `Block ${i + 1}`, { size: 16, bold: true }) +
    text(116, y + 31, data, { font: 'mono', size: 14 }) +
    (hit ? text(408, y + 31, 'edited', { bold: true, anchor: 'end', fill: 'bad' }) : '')
  );
};

const drawLink = (_: string, i: number): string => {
  const y = 10 + i * STEP + BOX;
  const broken = then[i] !== now[i];
  const tone = broken ? 'bad' : 'good';
  const keeper = i === 3 ? 'kept elsewhere' : `kept in block ${i + 2}`;
  const end = i === 3 ? y + 66 : y + STEP - BOX;
  const dash = broken ? '4 5' : undefined;
  return (
    rule(50, y, 50, y + 30, { stroke: tone, width: 1.5, dash }) +
    rule(50, y + 56, 50, end, { stroke: tone, width: 1.5, dash }) +
    badge(50, y + 43, broken ? 'cross' : 'tick', tone, 12) +
    lines(84, y + 36, [`hash of block ${i + 1}, now`, keeper], {
      size: 13.5,
      fill: 'ink-soft',
      leading: 22,
    }) +
    lines(240, y + 36, [short(now[i]), short(then[i])], { font: 'mono', size: 13.5, leading: 22 }) +
    text(408, y + 47, broken ? 'differ' : 'equal', {
      size: 14,
      bold: true,
      anchor: 'end',
      fill: tone,
    })
  );
};

/** Four linked blocks, the second edited: every later link breaks. */
export const hashChain: Figure = figure(
  name,
  'An edit in block 2 breaks every later link',
  'Four blocks stand one below the other, each holding the SHA-256 hash of the block before it. ' +
    'In block 2 the data have been edited from “lot 8: failed” to “lot 8: passed”. The hash of ' +
    `block 1 still equals the one kept in block 2, ${short(then[0])}, marked with a tick. Recalculated ` +
    `from the edit on, the hash of block 2 is ${short(now[1])} where block 3 keeps ${short(then[1])}, ` +
    `that of block 3 is ${short(now[2])} where block 4 keeps ${short(then[2])}, and that of block 4 is ` +
    `${short(now[3])} where a copy elsewhere keeps ${short(then[3])}: these three links are dashed, ` +
    'marked with a cross and labelled “differ”. The edit shows only to someone who kept an old hash.',
  584,
  [
    ...recorded.map(drawBlock),
    ...recorded.map(drawLink),
    text(16, 566, 'The edit shows only to someone who kept an old hash.', { fill: 'ink-soft' }),
  ],
);
