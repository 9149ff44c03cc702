import type { Figure, Span } from './svg';
import { box, figure, text } from './svg';

const name = 'four-regimes';

type Regime = { place: string; text: string; rows: [string, string][]; allows: boolean };

const regimes: Regime[] = [
  {
    place: 'European Union',
    text: 'regulation',
    allows: true,
    rows: [
      ['applies', 'since 30 June 2024'],
      ['issues', 'a bank or e-money institution'],
      ['reserve', '30 % at banks, the rest safe assets'],
      ['redeems', 'at any time, at par'],
      ['interest', 'no'],
    ],
  },
  {
    place: 'United States',
    text: 'act of Congress',
    allows: true,
    rows: [
      ['applies', 'by 18 January 2027'],
      ['issues', 'a bank’s arm or a qualified firm'],
      ['reserve', 'cash, deposits, Treasury debt'],
      ['redeems', 'by a published policy'],
      ['interest', 'none for mere holding'],
    ],
  },
  {
    place: 'Hong Kong',
    text: 'ordinance',
    allows: true,
    rows: [
      ['applies', 'since 1 August 2025'],
      ['issues', 'a company with a licence'],
      ['reserve', 'full, in its currency (draft)'],
      ['redeems', 'at par, in one business day'],
      ['interest', 'no'],
    ],
  },
  {
    place: 'Mainland China',
    text: 'notice',
    allows: false,
    rows: [
      ['applies', 'since 6 February 2026'],
      ['issues', 'nobody without approval'],
      ['reserve', 'does not arise'],
      ['redeems', 'does not arise'],
      ['interest', 'does not arise'],
    ],
  },
];

const CARD = 157;

const drawRegime = ({ place, text: kind, rows, allows }: Regime, i: number): string => {
  const y = 10 + i * CARD;
  const head: Span[] = [
    { t: place, bold: true },
    { t: `  ${kind}`, fill: 'ink-soft' },
  ];
  return (
    box(16, y, 408, CARD - 12, [], allows ? {} : { fill: 'accent-soft', stroke: 'accent', width: 1.5 }) +
    text(30, y + 25, head, { size: 15.5 }) +
    rows
      .map(
        ([label, value], at) =>
          text(30, y + 49 + at * 21, label, { size: 14, fill: 'ink-soft' }) +
          text(118, y + 49 + at * 21, value, { size: 14.5 }),
      )
      .join('')
  );
};

/** Four sets of rules on stablecoins, asked the same questions. */
export const fourRegimes: Figure = figure(
  name,
  'Four places, the same questions on stablecoins',
  'Four cards. European Union, a regulation: applies since 30 June 2024; a bank or e-money institution issues; of the reserve 30 % lies at banks and the rest in safe assets; redeemed ' +
    'at any time, at par; no interest. United States, an act of Congress: applies by 18 January 2027; a bank’s ' +
    'subsidiary or a qualified firm issues; the reserve is cash, deposits and debt of the Treasury; redeemed by a published policy; no interest for mere holding. Hong Kong, ' +
    'an ordinance: applies since 1 August 2025; a company with a licence issues; by a draft the reserve covers all tokens, in their currency; redeemed at par within one business ' +
    'day; no interest. Mainland China, a notice, marked apart: applies since 6 February 2026; nobody issues without ' +
    'approval; reserve, redemption and interest do not arise.',
  10 + regimes.length * CARD,
  regimes.map(drawRegime),
);
