import type { Figure } from './svg';
import { circle, figure, rule, text } from './svg';

const name = 'scorecard-levels';
const TOP = 66;
const STEP = 29;
const column = (level: number): number => 226 + level * 47;

/** The best level of evidence that something was done, and, where there is one, that something came of it. */
const rows: [directive: string, title: string, done: number, came?: number][] = [
  ['D1', 'core technology', 3],
  ['D2', 'research', 3],
  ['D3', 'joint work, control', 3],
  ['D4', 'standards', 3],
  ['D5', 'industry', 2],
  ['D6', 'neighbours', 2],
  ['D7', 'people', 3],
  ['D8', 'real economy', 2, 0],
  ['D9', 'new forms', 2],
  ['D10', 'everyday life', 3, 3],
  ['D11', 'smart cities', 2],
  ['D12', 'cities that connect', 2],
  ['D13', 'government data', 2, 2],
  ['D14', 'rules and security', 3],
  ['D15', 'law', 3, 3],
];
const levels = [0, 1, 2, 3, 4];
const bottom = TOP + rows.length * STEP;

const filled = (x: number, y: number): string => circle(x, y, 5.5, { fill: 'accent', stroke: 'accent' });
const open = (x: number, y: number): string => circle(x, y, 10, { stroke: 'ink', width: 1.75 });

const drawRow = ([directive, title, done, came]: (typeof rows)[number], i: number): string => {
  const y = TOP + i * STEP;
  return (
    rule(14, y + STEP, 426, y + STEP, { stroke: 'rule' }) +
    text(14, y + 19, directive, { bold: true }) +
    text(50, y + 19, title) +
    filled(column(done), y + 14.5) +
    (came === undefined ? '' : open(column(came), y + 14.5))
  );
};

const said = rows
  .map(([directive, title, done, came]) =>
    came === undefined
      ? `${directive}, ${title}: E${done}`
      : `${directive}, ${title}: E${done}, and for what came of it E${came}`,
  )
  .join('; ');

/** Fifteen directives with the best evidence for something done and for something that came of it. */
export const scorecardLevels: Figure = figure(
  name,
  'Fifteen directives by the best evidence found for them',
  'A table of fifteen directives with columns for the evidence levels E0 to E4. A filled mark shows the best evidence ' +
    'that something was done, an open one the best evidence that something came of it. Only four rows have an open ' +
    `mark, and no mark stands in E4. ${said}.`,
  bottom + 14,
  [
    filled(22, 18),
    text(36, 23, 'something was done'),
    open(222, 18),
    text(240, 23, 'something came of it'),
    ...levels.map((level) =>
      text(column(level), TOP - 10, `E${level}`, { anchor: 'middle', bold: true, fill: 'ink-soft' }),
    ),
    ...levels.map((level) => rule(column(level), TOP, column(level), bottom, { stroke: 'rule' })),
    rule(14, TOP, 426, TOP, { stroke: 'rule' }),
    ...rows.map(drawRow),
  ],
);
