import type { Figure } from './svg';
import { box, figure, path, rule, text } from './svg';

const name = 'branch-race';

const W = 52;
const STEP = 70;
const PUBLIC = 62;
const HIDDEN = 158;
const BLOCK = 40;

/** The left edge of the block at a depth; 0 is the block at which both branches part. */
const at = (depth: number): number => 12 + depth * STEP;

const publicBlock = (depth: number): string =>
  rule(at(depth - 1) + W, PUBLIC + 20, at(depth), PUBLIC + 20, { stroke: 'ink', width: 1.5 }) +
  box(at(depth), PUBLIC, W, BLOCK, [String(depth)], {
    stroke: 'good',
    fill: depth === 1 ? 'good-soft' : 'raised',
    width: 1.5,
    label: { size: 16, bold: true },
  });

const hiddenBlock = (depth: number): string =>
  (depth > 1
    ? rule(at(depth - 1) + W, HIDDEN + 20, at(depth), HIDDEN + 20, { stroke: 'bad', width: 1.5, dash: '4 4' })
    : '') +
  box(at(depth), HIDDEN, W, BLOCK, [String(depth)], {
    stroke: 'bad',
    fill: 'bad-soft',
    width: 1.5,
    dash: '5 4',
    label: { size: 16, bold: true },
  });

const odds = [1, 2, 3, 4, 5].map((behind) => ({ behind, oneIn: (9 ** behind).toLocaleString('en') }));

const drawOdds = ({ behind, oneIn }: (typeof odds)[number], i: number): string => {
  const y = 300 + i * 30;
  const here = behind === 3;
  return (
    (here ? `${box(9, y - 20, 422, 29, [], { fill: 'accent-soft', stroke: 'none' })}` : '') +
    text(24, y, `${behind} ${behind === 1 ? 'block' : 'blocks'} behind`, { size: 15, bold: here }) +
    text(300, y, `1 in ${oneIn}`, { size: 15, bold: here, anchor: 'end' }) +
    (here ? text(418, y, 'as drawn', { size: 14, anchor: 'end', fill: 'accent' }) : '')
  );
};

/** The branch with a payment, five blocks long, and a hidden one that is three blocks behind. */
export const branchRace: Figure = figure(
  name,
  'A payment five blocks deep, and a hidden branch three blocks behind',
  'Two branches grow from one block. The public branch has five blocks, numbered 1 to 5; the payment stands in ' +
    'block 1. Below it, dashed, is the hidden branch of an attacker, without the payment, with two blocks: it is ' +
    'three behind. Under them stands how likely an attacker with 10 per cent of the computing power is ever to draw ' +
    `level: ${odds.map(({ behind, oneIn }) => `${behind} behind, 1 in ${oneIn}`).join('; ')}. ` +
    'Each block more makes it nine times less likely.',
  452,
  [
    text(at(1), 28, 'Public branch', { size: 15, bold: true }),
    text(at(1), 50, 'payment', { size: 13.5, fill: 'good' }),
    box(at(0), PUBLIC, W, BLOCK, [], { stroke: 'ink-soft' }),
    ...[1, 2, 3, 4, 5].map(publicBlock),
    path(`M${at(0) + W / 2} ${PUBLIC + BLOCK}V${HIDDEN + 20}H${at(1)}`, {
      stroke: 'bad',
      width: 1.5,
      dash: '4 4',
    }),
    ...[1, 2].map(hiddenBlock),
    path(`M${at(3) + 4} ${HIDDEN + 20}H${at(5) + W}`, { stroke: 'bad', width: 1.5 }),
    path(`M${at(3) + 4} ${HIDDEN + 13}V${HIDDEN + 27}M${at(5) + W} ${HIDDEN + 13}V${HIDDEN + 27}`, {
      stroke: 'bad',
      width: 1.5,
    }),
    text((at(3) + 4 + at(5) + W) / 2, HIDDEN + 12, '3 behind', { size: 14, anchor: 'middle', fill: 'bad' }),
    text(at(1), HIDDEN + 64, 'Hidden branch, without the payment', { size: 15, bold: true }),
    rule(9, 242, 431, 242, { stroke: 'rule' }),
    text(9, 268, 'Chance ever to draw level, with 10 % of the power', { size: 15, bold: true }),
    ...odds.map(drawOdds),
  ],
);
