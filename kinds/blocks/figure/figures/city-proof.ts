import { numbered } from './marks';
import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, rect, text } from './svg';

const name = 'city-proof';
const tests: { what: string; asks: string; stops: string }[] = [
  { what: 'Height', asks: 'above the last accepted header?', stops: 'an old header that comes back' },
  { what: 'Link', asks: 'names the hash of that header?', stops: 'another history' },
  { what: 'Validators', asks: 'goes by the list now in office?', stops: 'those who have left' },
  { what: 'Signatures', asks: 'more than two thirds, each once?', stops: 'a few who speak for all' },
  { what: 'Proof', asks: 'record and path come to the root?', stops: 'a record that is not in it' },
];

const TOP = 178;
const ROW = 62;

const drawTest = ({ what, asks, stops }: (typeof tests)[number], at: number): string => {
  const y = TOP + at * ROW;
  return (
    rect(16, y, 408, ROW - 12, { fill: 'raised' }) +
    numbered(38, y + 25, String(at + 1)) +
    text(62, y + 21, [{ t: `${what}: `, bold: true }, { t: asks }], { size: 14 }) +
    text(62, y + 41, `stops ${stops}`, { size: 13, fill: 'ink-soft' })
  );
};

const end = TOP + tests.length * ROW;

/** What city B keeps, what arrives from city A, and the five tests between them. */
export const cityProof: Figure = figure(
  name,
  'What city B keeps, what arrives, and five tests',
  'On the left stands what city B keeps: the last accepted header and the list of validators now in office. On the ' +
    'right stands what arrives from city A: a record, a header, signatures and a path. Arrows lead from both to five ' +
    `tests, one below the other. ${tests
      .map(({ what, asks, stops }, at) => `Test ${at + 1}, ${what.toLowerCase()}: ${asks} It stops ${stops}.`)
      .join(
        ' ',
      )} The first test that fails is the reason for the refusal, and nothing changes. If all five are passed, ` +
    'the record is accepted, and its header is the last accepted one from then on.',
  end + 58,
  [
    markers(name, ['ink-soft']),
    text(16, 24, 'City B keeps', { bold: true }),
    box(16, 36, 196, 98, [], { fill: 'accent-soft', stroke: 'accent' }),
    lines(28, 68, ['the last accepted header', 'the list of validators', 'now in office'], { leading: 22 }),
    text(228, 24, 'City A sends', { bold: true }),
    box(228, 36, 196, 98, []),
    lines(240, 60, ['a record', 'a header of five lines', 'signatures on it', 'a path to its root'], {
      leading: 20,
    }),
    arrow(name, 'M114 134V168'),
    arrow(name, 'M326 134V168'),
    ...tests.map(drawTest),
    lines(
      16,
      end + 14,
      [
        'The first test that fails is the reason for the refusal.',
        'All five passed: this header is the last one from now on.',
      ],
      { fill: 'ink-soft', leading: 21 },
    ),
  ],
);
