import { badge } from './marks';
import type { Figure, Span } from './svg';
import { arrow, box, circle, figure, lines, markers, path, rule, text } from './svg';

const name = 'replay';
const SENDER = 50;
const LISTENER = 188;
const SERVER = 322;

/** One message of the exchange, its label above it; a replayed one is dashed. */
const send = (
  from: number,
  to: number,
  y: number,
  label: (string | Span[])[],
  at: number,
  replayed = false,
): string =>
  arrow(
    name,
    `M${from} ${y}H${to > from ? to - 1 : to + 1}`,
    replayed ? { stroke: 'bad', width: 1.5, dash: '5 5' } : { stroke: 'ink', width: 1.5 },
  ) + lines(at, y - 9 - 18 * (label.length - 1), label, { size: 13.5, leading: 18 });

const lifelines = (y: number, height: number): string =>
  (
    [
      [SENDER, 'Sender'],
      [LISTENER, 'Listener'],
      [SERVER, 'Server'],
    ] as const
  )
    .map(
      ([x, word]) => rule(x, y + 30, x, y + height, { stroke: 'ink-soft' }) + box(x - 41, y, 82, 30, [word]),
    )
    .join('');

const verdict = (y: number, ok: boolean, word: string): string =>
  badge(SERVER + 18, y, ok ? 'tick' : 'cross', ok ? 'good' : 'bad') +
  text(SERVER + 33, y + 5, word, { bold: true, fill: ok ? 'good' : 'bad' });

/** The listener copies a passing message, and later sends it again. */
const copied = (y: number, until: number): string =>
  path(`M${LISTENER} ${y}V${until}`, { stroke: 'bad', width: 1.5, dash: '5 5' }) +
  circle(LISTENER, y, 4.5, { fill: 'bad', stroke: 'none' }) +
  text(LISTENER - 12, y + 32, 'keeps a copy', { size: 13.5, anchor: 'end', fill: 'bad' });

const MESSAGE: Span[] = [{ t: '“pay 50”', font: 'serif', italic: true, size: 15 }];

/** The same signed message sent twice, without and with a one-time number. */
export const replay: Figure = figure(
  name,
  'A valid signature, sent twice',
  'Two exchanges between a sender and a server, with a listener between them. Without a one-time ' +
    'number, the sender’s signed “pay 50” is accepted, with a tick; the listener keeps a copy and ' +
    'sends the same message, and as its signature is still valid it is accepted again, with a second ' +
    'tick: paid twice. With one, the server first gives out the number 71, and the sender signs ' +
    '“pay 50” together with 71. That is accepted, with a tick; the listener’s copy is refused, with ' +
    'a cross, because 71 has been used.',
  624,
  [
    markers(name, ['ink', 'bad']),
    text(9, 24, 'Without a one-time number', { size: 16, bold: true }),
    lifelines(42, 214),
    send(SENDER, SERVER, 124, [[...MESSAGE], '+ signature'], SENDER + 10),
    copied(124, 204),
    send(LISTENER, SERVER, 204, ['the same again'], LISTENER + 10, true),
    verdict(124, true, 'accepted'),
    verdict(204, true, 'accepted'),
    text(SERVER + 33, 228, 'paid twice', { size: 13.5, bold: true, fill: 'bad' }),
    rule(9, 282, 431, 282, { stroke: 'rule' }),
    text(9, 318, 'With a one-time number (nonce)', { size: 16, bold: true }),
    lifelines(336, 276),
    send(SERVER, SENDER, 402, [[{ t: 'use number ' }, { t: '71', bold: true }]], LISTENER + 20),
    send(
      SENDER,
      SERVER,
      476,
      [[...MESSAGE, { t: ' + ' }, { t: '71', bold: true }], '+ signature'],
      SENDER + 10,
    ),
    copied(476, 556),
    send(LISTENER, SERVER, 556, ['the same again'], LISTENER + 10, true),
    verdict(476, true, 'accepted'),
    verdict(556, false, 'refused'),
    text(SERVER + 33, 580, '71 is used', { size: 13.5 }),
  ],
);
