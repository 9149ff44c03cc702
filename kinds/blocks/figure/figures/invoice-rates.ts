import type { Figure } from './svg';
import { figure, lines, rect, rule, text } from './svg';

const name = 'invoice-rates';
const DAY = 86_400_000;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
const [first, one, three] = ['2018-08-10', '2019-08-06', '2021-08-10'];
const thousands = (n: number): string => Math.round(n).toLocaleString('en');

const groups: { title: string; bars: { label: string; value: number; printed?: boolean }[] }[] = [
  {
    title: '6 August 2019: about 6 million so far',
    bars: [
      { label: 'total ÷ days since the start', value: 6e6 / days(first, one) },
      { label: 'printed average', value: 44_000, printed: true },
    ],
  },
  {
    title: '10 August 2021: over 58 million so far',
    bars: [
      { label: 'total ÷ days since the start', value: 58e6 / days(first, three) },
      { label: 'growth ÷ days since Aug. 2019', value: (58e6 - 6e6) / days(one, three) },
      { label: 'printed average (“over”)', value: 120_000, printed: true },
    ],
  },
];

const WIDE = 330 / 120_000;
const ROW = 46;

const heights = groups.map(({ bars }) => 34 + bars.length * ROW);
const drawGroup = ({ title, bars }: (typeof groups)[number], at: number): string => {
  const top = 12 + heights.slice(0, at).reduce((sum, one) => sum + one + 14, 0);
  return (
    text(16, top + 14, title, { bold: true }) +
    bars
      .map(({ label, value, printed }, row) => {
        const y = top + 28 + row * ROW;
        return (
          text(16, y + 14, label, { size: 13, fill: 'ink-soft' }) +
          rect(16, y + 20, value * WIDE, 16, {
            fill: printed ? 'bad-soft' : 'good-soft',
            stroke: printed ? 'bad' : 'good',
            dash: printed ? '4 4' : undefined,
            radius: 2,
          }) +
          text(16 + value * WIDE + 8, y + 33, thousands(value), { size: 14, bold: true })
        );
      })
      .join('')
  );
};

const end = 12 + heights.reduce((sum, one) => sum + one + 14, 0);

/** Invoices per day in Shenzhen, as the totals give them and as the reports print them. */
export const invoiceRates: Figure = figure(
  name,
  'Invoices per day, computed and printed',
  `Bars compare numbers of invoices per day. ${groups
    .map(
      ({ title, bars }) =>
        `${title}. ${bars.map(({ label, value }) => `${label}: ${thousands(value)}`).join('; ')}.`,
    )
    .join(
      ' ',
    )} Full outlines are computed from the totals, dashed ones are printed in the reports. Each printed ` +
    'average is well above what its total allows.',
  end + 40,
  [
    ...groups.map(drawGroup),
    rule(16, end, 424, end, { stroke: 'rule' }),
    lines(16, end + 22, ['Full outline: computed from totals. Dashed: as printed.'], {
      fill: 'ink-soft',
      size: 13.5,
    }),
  ],
);
