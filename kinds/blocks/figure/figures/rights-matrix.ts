import { badge } from './marks';
import type { Figure } from './svg';
import { figure, lines, rect, text } from './svg';

const name = 'rights-matrix';
const sets = ['Residents', 'Homes', 'Incomes', 'Pupils'];
const rows: { office: string; keeps?: string; reads: string[] }[] = [
  { office: 'Registry', keeps: 'Residents', reads: ['Residents'] },
  { office: 'Housing', keeps: 'Homes', reads: ['Residents', 'Homes'] },
  { office: 'Tax', keeps: 'Incomes', reads: ['Homes', 'Incomes'] },
  { office: 'School', keeps: 'Pupils', reads: ['Residents', 'Incomes', 'Pupils'] },
  { office: 'Power', reads: ['Homes'] },
];

const LEFT = 92;
const CELL = 84;
const TOP = 40;
const ROW = 50;

const needed = rows.reduce((sum, { reads }) => sum + reads.length, 0);
const possible = rows.length * sets.length;

const drawRow = ({ office, keeps, reads }: (typeof rows)[number], at: number): string => {
  const y = TOP + at * ROW;
  return (
    text(16, y + 29, office, { bold: true }) +
    sets
      .map((set, column) => {
        const x = LEFT + column * CELL;
        const middle = x + (CELL - 6) / 2;
        if (!reads.includes(set))
          return (
            rect(x, y, CELL - 6, ROW - 6, { stroke: 'rule', dash: '4 4' }) +
            text(middle, y + 27, 'no need', { size: 13, anchor: 'middle', fill: 'ink-soft' })
          );
        return (
          rect(x, y, CELL - 6, ROW - 6, { fill: 'good-soft', stroke: 'good' }) +
          (keeps === set
            ? badge(middle - 21, y + 22, 'tick', 'good') +
              text(middle - 7, y + 27, 'keeps', { size: 13, bold: true })
            : badge(middle, y + 22, 'tick', 'good'))
        );
      })
      .join('')
  );
};

const end = TOP + rows.length * ROW;

/** Who needs to read what in a town of five offices, and which rights to read nobody needs. */
export const rightsMatrix: Figure = figure(
  name,
  'Nine rights to read that are needed, and eleven that are not',
  'A table has five offices in its rows and four data sets in its columns. A tick marks a right to read that a task ' +
    `needs. ${rows
      .map(({ office, keeps, reads }) => {
        const others = reads.filter((set) => set !== keeps);
        const kept = keeps ? `keeps ${keeps}` : 'keeps nothing';
        return `${office} ${kept}${others.length > 0 ? ` and needs to read ${others.join(' and ')}` : ''}.`;
      })
      .join(
        ' ',
      )} That makes ${needed} of ${possible} cells. The other ${possible - needed} are dashed and say “no need”: ` +
    'they are granted only where everybody reads everything. Read a row to see what lies open when a thief gets into ' +
    'that office: one data set at Registry and Power, two at Housing and Tax, three at School.',
  end + 52,
  [
    ...sets.map((set, column) =>
      text(LEFT + column * CELL + (CELL - 6) / 2, 26, set, { anchor: 'middle', bold: true }),
    ),
    ...rows.map(drawRow),
    lines(
      16,
      end + 20,
      [
        `${needed} of ${possible} rights to read serve a need, ${possible - needed} do not.`,
        'A row is what a thief in that office can read.',
      ],
      { fill: 'ink-soft', leading: 21 },
    ),
  ],
);
