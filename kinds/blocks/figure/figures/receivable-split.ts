import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, rect, text } from './svg';

const name = 'receivable-split';

const LEFT = 16;
const WIDE = 408;
/** How wide a sum in thousands of yuan is drawn: the whole claim of 480 fills the width. */
const wide = (thousands: number): number => (WIDE * thousands) / 480;
const cut = LEFT + wide(330);

const label = { size: 14, bold: true };
const small = { size: 13.5, fill: 'ink-soft' } as const;

/** One claim of 480,000 yuan, split, sold in part and repaid. */
export const receivableSplit: Figure = figure(
  name,
  'A claim of 480,000 yuan is split, sold in part and repaid',
  'Four bars, one below the other, each as wide as the claim of 480,000 yuan. First bar: Hongshan, the buyer, owes ' +
    'Donghe 480,000. Second bar, after the split: it is cut into 330,000, which Donghe holds, and 150,000, which the ' +
    'workshop holds. An arrow beside the third bar: the bank pays the workshop 146,400 today and takes its claim. ' +
    'Third bar: Donghe holds 330,000 and the bank holds 150,000, while Hongshan still owes 480,000. Fourth bar, on day ' +
    '180: Hongshan pays 330,000 to Donghe and 150,000 to the bank, together 480,000. The bank has earned 3,600.',
  494,
  [
    markers(name, ['accent']),
    text(LEFT, 22, 'Issued: Hongshan owes', label),
    box(LEFT, 32, WIDE, 44, ['480,000 to Donghe']),

    text(LEFT, 112, 'Split: who is owed changes, the sum does not', label),
    box(LEFT, 122, wide(330), 44, ['330,000 to Donghe']),
    box(cut, 122, wide(150), 44, ['150,000', 'to workshop'], { fill: 'accent-soft', stroke: 'accent' }),

    arrow(name, `M${cut + 62} 262V174`, { stroke: 'accent', width: 1.5 }),
    lines(LEFT, 200, ['Sold: the bank pays the workshop', '146,400 today and takes its claim'], {
      ...label,
      leading: 21,
    }),
    text(cut + 72, 222, '146,400', { size: 14, bold: true, fill: 'accent' }),
    box(LEFT, 266, wide(330), 44, ['330,000 to Donghe']),
    box(cut, 266, wide(150), 44, ['150,000', 'to bank'], { fill: 'accent-soft', stroke: 'accent' }),

    text(LEFT, 346, 'Repaid, on day 180: Hongshan pays', label),
    rect(LEFT, 356, wide(330), 44, { fill: 'good-soft', stroke: 'good' }),
    rect(cut, 356, wide(150), 44, { fill: 'good-soft', stroke: 'good' }),
    text(LEFT + wide(330) / 2, 383, '330,000 to Donghe', { anchor: 'middle' }),
    lines(cut + wide(150) / 2, 374, ['150,000', 'to bank'], { anchor: 'middle', leading: 18 }),

    lines(
      LEFT,
      432,
      [
        '330,000 + 150,000 = 480,000, on every line.',
        'The bank paid 146,400 and collects 150,000: it earns 3,600.',
      ],
      { ...small, leading: 22 },
    ),
    text(LEFT, 482, 'Lengths are to scale.', small),
  ],
);
