import { createHash } from 'node:crypto';
import { badge, bracket } from './marks';
import type { Figure } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'two-orders';

const TO_BO = 'Ana pays Bo 10';
const TO_CHEN = 'Ana pays Chen 10';

/** The head of a chain of these texts, as the lesson on hash chains makes it. */
const headOf = (texts: string[]): string =>
  texts.reduce(
    (before, t, at) => createHash('sha256').update(`${at}|${before}|${t}`).digest('hex'),
    '0'.repeat(64),
  );

const boFirst = [TO_BO, TO_CHEN];
const chenFirst = [TO_CHEN, TO_BO];
const short = (hex: string): string => `${hex.slice(0, 4)} ${hex.slice(4, 8)} …`;

const ROW = 92;
const TOP = 74;

const drawNode = (order: string[], i: number): string => {
  const y = TOP + i * ROW + (i > 1 ? 26 : 0);
  return (
    box(9, y + 12, 66, 44, [`Node ${i + 1}`], { label: { size: 15, bold: true } }) +
    rule(75, y + 34, 92, y + 34, { stroke: 'ink-soft' }) +
    order
      .map((entry, at) => {
        const holds = at === 0;
        const line = y + 22 + at * 32;
        return (
          text(96, line + 5, `${at + 1}.`, { size: 14, fill: 'ink-soft' }) +
          text(116, line + 5, entry, {
            size: 14,
            bold: holds,
            strike: !holds,
            fill: holds ? 'ink' : 'ink-soft',
          }) +
          badge(252, line, holds ? 'tick' : 'cross', holds ? 'good' : 'bad', 9)
        );
      })
      .join('')
  );
};

const drawSide = (i: number, order: string[], who: string): string => {
  const y = TOP + i * ROW + (i > 1 ? 26 : 0);
  return (
    bracket(284, y + 8, y + ROW + 66, { stroke: 'ink-soft', width: 1.5 }) +
    text(298, y + 58, `${who} has 10`, { size: 15, bold: true }) +
    lines(298, y + 84, ['head of the chain', short(headOf(order))], { size: 13.5, leading: 22 })
  );
};

/** Two payments of which only one can be afforded, in both orders, at four honest nodes. */
export const twoOrders: Figure = figure(
  name,
  'Two payments in two orders at four honest nodes',
  'Ana has 10 and sends two payments at once: 10 to Bo and 10 to Chen. Four nodes stand one below the other. ' +
    'At nodes 1 and 2 the payment to Bo comes first and holds, with a tick, and the payment to Chen comes second and ' +
    `is refused, with a cross: Bo has 10, and the head of the chain begins with ${short(headOf(boFirst))} ` +
    'At nodes 3 and 4 the payment to Chen comes first and holds and the payment to Bo is refused: Chen has 10, and ' +
    `the head begins with ${short(headOf(chenFirst))} Every node has followed the rule, and the two pairs disagree.`,
  510,
  [
    text(9, 26, 'Ana has 10 and sends two payments at once.', { size: 15 }),
    text(9, 48, 'Each node keeps them in the order in which they come.', { size: 15 }),
    ...[boFirst, boFirst, chenFirst, chenFirst].map(drawNode),
    rule(9, TOP + 2 * ROW + 9, 431, TOP + 2 * ROW + 9, { stroke: 'rule' }),
    drawSide(0, boFirst, 'Bo'),
    drawSide(2, chenFirst, 'Chen'),
    text(9, 494, 'All four followed the rule. Which book is the book?', { size: 15, bold: true }),
  ],
);
