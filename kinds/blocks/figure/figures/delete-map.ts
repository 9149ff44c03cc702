import { badge } from './marks';
import type { Figure } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'delete-map';

type Row = { gone: string; parts: [boolean, boolean]; left: string[]; quiet: boolean };

const rows: Row[] = [
  {
    gone: 'Nothing deleted',
    parts: [true, true],
    left: ['anybody who is shown', 'both can check'],
    quiet: false,
  },
  { gone: 'Record deleted', parts: [false, true], left: ['22,280 birthdays', 'can be tried'], quiet: false },
  {
    gone: 'Record and salt deleted',
    parts: [false, false],
    left: ['nothing that could', 'be confirmed'],
    quiet: true,
  },
];

const ROW = 132;

const piece = (x: number, y: number, label: string, there: boolean): string =>
  box(x, y, 84, 40, [[{ t: label, strike: !there, fill: there ? 'ink' : 'ink-soft' }]], {
    fill: there ? 'raised' : 'paper',
    stroke: there ? 'ink' : 'ink-soft',
    dash: there ? undefined : '4 4',
    label: { size: 14 },
  });

const drawRow = ({ gone, parts, left, quiet }: Row, i: number): string => {
  const y = 92 + i * ROW;
  const tone = quiet ? 'good' : 'bad';
  return (
    rule(16, y - 8, 424, y - 8, { stroke: 'rule' }) +
    text(16, y + 18, gone, { bold: true, size: 15 }) +
    piece(16, y + 36, 'record', parts[0]) +
    piece(108, y + 36, 'salt', parts[1]) +
    badge(226, y + 56, i === 0 ? 'minus' : quiet ? 'tick' : 'cross', i === 0 ? 'ink-soft' : tone, 12) +
    lines(250, y + 50, left, { size: 14.5, leading: 21, fill: i === 0 ? 'ink' : tone })
  );
};

/** What a commitment on a chain can still tell, by what is left beside it. */
export const deleteMap: Figure = figure(
  name,
  'The commitment stays; what it can tell depends on record and salt',
  'At the top stands the entry on the chain, a commitment that begins with c5634e0e and is the same in all three ' +
    'rows below. In the first row nothing is deleted, record and salt are there, and anybody who is shown both can ' +
    'check. In the second the record is deleted and the salt is left: 22,280 birthdays can be tried, so that the ' +
    'record can be guessed. In the third record and salt are both deleted, drawn dashed and struck through: nothing ' +
    'is left that could be confirmed. The entry on the chain has not changed in any of them.',
  500,
  [
    box(16, 12, 408, 48, [[{ t: 'On the chain: ' }, { t: 'c5634e0e …', font: 'mono', bold: true }]], {
      fill: 'accent-soft',
      stroke: 'accent',
      width: 1.5,
      label: { size: 15 },
    }),
    ...rows.map(drawRow),
    text(16, 488, 'The entry itself is the same in all three rows.', { fill: 'ink-soft' }),
  ],
);
