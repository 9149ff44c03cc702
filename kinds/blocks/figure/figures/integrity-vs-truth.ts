import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, rect, rule, text } from './svg';

const name = 'integrity-vs-truth';
const RECORD = 'Lot 8 passed';
const ALTERED = 'Lot 9 passed';

type Card = { x: number; y: number; head: string; words: string; hash?: string; bad?: boolean };

const card = ({ x, y, head, words, hash, bad = false }: Card): string =>
  rect(
    x,
    y,
    190,
    hash ? 92 : 66,
    bad ? { fill: 'bad-soft', stroke: 'bad', width: 1.5 } : { fill: 'raised' },
  ) +
  text(x + 14, y + 24, head, { size: 13.5, fill: 'ink-soft' }) +
  text(x + 14, y + 49, words, { size: 19, font: 'serif', italic: true }) +
  (hash ? text(x + 152, y + 77, hash, { anchor: 'end', bold: true }) : '');

/** A false statement, faithfully kept. */
export const integrityVsTruth: Figure = figure(
  name,
  'Faithfully kept, and still false',
  'A line marked “upload” divides the picture. Before upload, lot 8 failed its test but “Lot 8 ' +
    'passed” was written, marked false with a cross: the ledger checks nothing, and a court still ' +
    'examines whether it is true. After upload the record still says “Lot 8 passed” and its hash ' +
    'matches, with a tick, while a copy altered to “Lot 9 passed” has another hash and a cross: any ' +
    'change shows, and the court presumes that nobody tampered, unless shown otherwise. So says China’s Supreme People’s ' +
    'Court in its Online Litigation Rules, articles 16 to 19, in force since 1 August 2021. The ' +
    'result is intact, and not true.',
  536,
  [
    markers(name, ['ink']),
    text(16, 24, 'Before upload', { size: 16, bold: true }),
    card({ x: 16, y: 40, head: 'What happened', words: 'Lot 8 failed' }),
    arrow(name, 'M206 73H232', { stroke: 'ink', width: 1.5 }),
    card({ x: 234, y: 40, head: 'What was written', words: RECORD, bad: true }),
    badge(406, 58, 'cross', 'bad', 10),
    text(416, 94, 'false', { anchor: 'end', bold: true, fill: 'bad' }),
    text(16, 138, [{ t: 'The ledger ' }, { t: 'checks nothing.', bold: true }]),
    lines(16, 160, [[{ t: 'A court ' }, { t: 'still examines', bold: true }, { t: ' whether it is true.' }]]),
    rule(16, 192, 424, 192, { stroke: 'accent', width: 1.5, dash: '7 5' }),
    arrow(name, 'M370 106V254', { stroke: 'ink', width: 1.5 }),
    box(316, 178, 108, 28, ['upload'], {
      fill: 'paper',
      stroke: 'accent',
      width: 1.5,
      label: { bold: true, size: 15 },
    }),
    text(16, 238, 'After upload', { size: 16, bold: true }),
    card({ x: 16, y: 256, head: 'An altered copy', words: ALTERED, hash: 'its hash differs' }),
    card({ x: 234, y: 256, head: 'The record', words: RECORD, hash: 'its hash matches' }),
    badge(186, 328, 'cross', 'bad', 10),
    badge(404, 328, 'tick', 'good', 10),
    text(16, 376, [{ t: 'Any change ' }, { t: 'shows.', bold: true }]),
    text(16, 398, [
      { t: 'The court ' },
      { t: 'presumes no tampering', bold: true },
      { t: ', unless shown otherwise.' },
    ]),
    rect(16, 420, 408, 52, { fill: 'raised', stroke: 'ink', width: 1.5 }),
    text(36, 452, 'The record is', { size: 16 }),
    badge(174, 446, 'tick', 'good', 11),
    text(194, 452, 'intact', { size: 16, bold: true }),
    badge(292, 446, 'cross', 'bad', 11),
    text(312, 452, 'not true', { size: 16, bold: true }),
    lines(
      16,
      500,
      ['Supreme People’s Court of China, Online Litigation', 'Rules, arts 16–19, in force 1 Aug 2021'],
      { size: 13.5, fill: 'ink-soft', leading: 20 },
    ),
  ],
);
