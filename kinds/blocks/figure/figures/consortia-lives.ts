import { badge } from './marks';
import type { Figure } from './svg';
import { figure, lines, rect, rule, text } from './svg';

const name = 'consortia-lives';

const FIRST = 2016;
const X = 150;
const YEAR = 29;
const at = (year: number): number => X + (year - FIRST) * YEAR;

/** Name, begin, end in years with their fraction; without an end it went on. */
const lives: [name: string, begin: number, end: number | null, note: string][] = [
  ['ASX (a ledger)', 2016.5, 2022.88, 'paused Nov 2022'],
  ['B3i', 2016.5, 2022.55, 'July 2022'],
  ['we.trade', 2017.5, 2022.45, 'June 2022'],
  ['Marco Polo', 2017.7, 2023.15, 'Feb 2023'],
  ['TradeLens', 2018.5, 2023.25, 'March 2023'],
  ['eTradeConnect', 2018.83, 2023.66, 'Aug 2023'],
  ['GSBN', 2021.2, null, 'goes on'],
];

const drawLife = ([who, begin, end, note]: (typeof lives)[number], i: number): string => {
  const y = 46 + i * 50;
  const until = end ?? 2024.95;
  const tone = end === null ? 'good' : 'bad';
  return (
    text(16, y + 14, who, { size: 14, bold: true }) +
    rect(at(begin), y, (until - begin) * YEAR, 20, { fill: `${tone}-soft`, stroke: tone }) +
    badge(at(until), y + 10, end === null ? 'plus' : 'cross', end === null ? 'good' : 'bad') +
    text(16, y + 32, note, { size: 13, fill: 'ink-soft' })
  );
};

/** When seven shared ledgers of trade and finance began and ended. */
export const consortiaLives: Figure = figure(
  name,
  'Seven shared ledgers, 2016 to 2024, and when they ended',
  'A chart with one bar for each of seven shared ledgers, from the year in which it was begun to its end. ASX on a ledger: from ' +
    '2016 until it was paused in November 2022. B3i, of insurers: 2016 to July 2022. we.trade: 2017 to June 2022. Marco Polo: ' +
    'September 2017 to February 2023. TradeLens: 2018 to March 2023. eTradeConnect: October 2018 to August 2023. Each of these six ' +
    'bars ends in a cross. GSBN: March 2021, at work in December 2024, ends in a plus. The six crosses lie within fifteen months, ' +
    'from June 2022 to August 2023.',
  442,
  [
    ...[2016, 2018, 2020, 2022, 2024].map(
      (year) =>
        rule(at(year), 30, at(year), 392, { stroke: 'rule' }) +
        text(at(year), 22, String(year), { size: 13, anchor: 'middle', fill: 'ink-soft' }),
    ),
    ...lives.map(drawLife),
    lines(
      16,
      414,
      [
        'A bar begins when a ledger was founded, launched or decided.',
        'GSBN: the last report that we read is of December 2024.',
      ],
      { size: 13, fill: 'ink-soft', leading: 18 },
    ),
  ],
);
