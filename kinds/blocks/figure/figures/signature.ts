import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, box, circle, figure, markers, path, rect, text } from './svg';

const name = 'signature';
const INK = { stroke: 'ink', width: 1.5 } as const;
const KEY = { fill: 'accent-soft', stroke: 'accent', width: 1.5 } as const;

const step = (x: number, y: number, word: string): string =>
  circle(x, y, 31, { fill: 'paper', stroke: 'ink', width: 1.5 }) +
  text(x, y + 5, word, { size: 15, bold: true, anchor: 'middle' });

/** A key, drawn: a ring, a shaft and two teeth; the private one is filled. */
const key = (x: number, y: number, filled: boolean): string =>
  path(`M${x + 5} ${y}H${x + 20}v5m-5 -5v4`, { stroke: 'accent', width: 1.5 }) +
  circle(x, y, 5, { fill: filled ? 'accent' : 'paper', stroke: 'accent', width: 1.5 });

/** Signing with the private key, verifying with the public one. */
export const signature: Figure = figure(
  name,
  'Sign with the private key, verify with the public key',
  'Two steps. The signer, alone, puts a message and the private key into “sign”, and a signature ' +
    'comes out; the private key never leaves the signer. Anyone can then put the same message, the ' +
    'signature and the public key of the same pair into “verify”, which has two outcomes: accept, ' +
    'with a tick, if all three fit together, or reject, with a cross, if any of them was changed. ' +
    'Neither outcome says that the message is true.',
  594,
  [
    markers(name, ['ink', 'ink-soft', 'good', 'bad']),
    rect(8, 8, 424, 240, { stroke: 'rule' }),
    text(24, 34, 'The signer, alone', { size: 16, bold: true }),
    text(416, 34, 'keeps the private key', { size: 13.5, anchor: 'end', fill: 'ink-soft' }),
    box(24, 52, 136, 44, ['message']),
    box(280, 52, 136, 44, [], KEY),
    key(298, 74, true),
    text(327, 79, 'private key', { bold: true }),
    arrow(name, 'M140 96V142H187', INK),
    arrow(name, 'M300 96V142H253', INK),
    step(220, 142, 'sign'),
    arrow(name, 'M220 173V193', INK),
    box(160, 194, 120, 40, ['signature'], { stroke: 'ink', width: 1.5 }),
    arrow(name, 'M104 96V337', { stroke: 'ink-soft' }),
    arrow(name, 'M220 234V337', { stroke: 'ink-soft' }),
    path('M370 96V337', { stroke: 'accent', dash: '2 5' }),
    text(360, 272, 'one pair', { size: 13, anchor: 'end', fill: 'ink-soft' }),
    rect(8, 290, 424, 296, { stroke: 'rule' }),
    text(24, 318, 'Anyone', { size: 16, bold: true }),
    box(24, 338, 104, 44, ['message']),
    box(140, 338, 140, 44, ['signature'], { stroke: 'ink', width: 1.5 }),
    box(292, 338, 124, 44, [], { ...KEY, fill: 'paper' }),
    key(305, 360, false),
    text(332, 365, 'public key', { bold: true }),
    arrow(name, 'M76 382V440H187', INK),
    arrow(name, 'M354 382V440H253', INK),
    arrow(name, 'M220 382V408', INK),
    step(220, 440, 'verify'),
    arrow(name, 'M204 467V492H112V513', { stroke: 'good', width: 1.5 }),
    arrow(name, 'M236 467V492H328V513', { stroke: 'bad', width: 1.5 }),
    box(24, 514, 176, 58, [], { fill: 'good-soft', stroke: 'good', width: 1.5 }),
    badge(48, 543, 'tick', 'good', 11),
    text(68, 538, 'accept', { size: 15, bold: true }),
    text(68, 558, 'all three fit', { size: 13.5 }),
    box(240, 514, 176, 58, [], { fill: 'bad-soft', stroke: 'bad', width: 1.5 }),
    badge(264, 543, 'cross', 'bad', 11),
    text(284, 538, 'reject', { size: 15, bold: true }),
    text(284, 558, 'one was changed', { size: 13.5 }),
  ],
);
