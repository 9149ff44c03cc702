import type { Figure } from './svg';
import { figure, rect, rule, text } from './svg';

const name = 'talent-steps';
const STEP = 66;
const FULL = 404;

/** The example of the lesson: 1,000 places by lot, and what a year shows. */
const bars = [
  { count: 1000, says: 'enrolled', kind: 'output' },
  { count: 640, says: 'finished', kind: 'output' },
  { count: 400, says: 'passed an outside examination', kind: 'output' },
  { count: 240, says: 'work in the field a year later', kind: 'outcome' },
  { count: 240 - 190, says: 'more than without the course', kind: 'difference' },
];

const drawBar = ({ count, says, kind }: (typeof bars)[number], i: number): string => {
  const y = 20 + i * STEP;
  const last = i === bars.length - 1;
  const tone = last ? 'accent' : kind === 'outcome' ? 'good' : 'ink-soft';
  return (
    text(18, y + 4, [{ t: `${count.toLocaleString('en')} `, bold: true }, { t: says }], { size: 15 }) +
    text(422, y + 4, kind, { anchor: 'end', fill: tone, size: 13.5, bold: last }) +
    rect(18, y + 14, (FULL * count) / 1000, 20, {
      fill: last ? 'accent' : kind === 'outcome' ? 'good-soft' : 'raised',
      stroke: tone,
    })
  );
};

/** Five counts of one training programme, as bars that shrink. */
export const talentSteps: Figure = figure(
  name,
  'Five counts of the people one programme has trained',
  'Five bars of falling length, for an invented programme whose 1,000 places were drawn by lot among 2,000 applicants. ' +
    '1,000 enrolled, 640 finished, 400 passed an outside examination: these three are marked as outputs. 240 work in ' +
    'the field a year later, marked as the outcome. 50 are more than without the course, highlighted as the ' +
    'difference: of the 1,000 who were not admitted, 190 work in the field too, and 240 less 190 is 50.',
  20 + bars.length * STEP + 16,
  [
    ...bars.map(drawBar),
    rule(18, 20 + bars.length * STEP - 14, 422, 20 + bars.length * STEP - 14, { stroke: 'rule' }),
    text(18, 20 + bars.length * STEP + 6, '190 of 1,000 not admitted do, too: 240 − 190 = 50', {
      size: 13.5,
      fill: 'ink-soft',
    }),
  ],
);
