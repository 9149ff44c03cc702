import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, text } from './svg';

const name = 'fit-tree';

const NONE = 'No blockchain';

/** The question, the answer by which it is left, where that leads, and the answer that leads on. */
const questions: [asks: string[], leaves: string, to: string[], on: string][] = [
  [['1. Does anything have', 'to be stored?'], 'no', [NONE], 'yes'],
  [['2. Are there', 'several writers?'], 'no', [NONE], 'yes'],
  [['3. A trusted third party', 'that is always online?'], 'yes', [NONE], 'no'],
  [['4. Are all', 'writers known?'], 'no', ['Permissionless'], 'yes'],
  [['5. Are all', 'writers trusted?'], 'yes', [NONE], 'no'],
  [['6. Does the public have', 'to be able to verify?'], 'yes', ['Public', 'permissioned'], 'no'],
];

const STEP = 82;

const drawQuestion = ([asks, leaves, to, on]: (typeof questions)[number], i: number): string => {
  const y = 10 + i * STEP;
  const none = to[0] === NONE;
  return (
    box(16, y, 200, 52, asks, { stroke: 'ink-soft' }) +
    arrow(name, `M216 ${y + 26}H286`, { stroke: 'ink-soft', width: 1.5 }) +
    text(248, y + 19, leaves, { size: 14, bold: true, anchor: 'middle' }) +
    box(288, y + (to.length > 1 ? 2 : 8), 136, to.length > 1 ? 48 : 36, to, {
      fill: none ? 'paper' : 'accent-soft',
      stroke: none ? 'ink-soft' : 'accent',
    }) +
    arrow(name, `M116 ${y + 52}V${y + STEP - 1}`, { stroke: 'ink-soft', width: 1.5 }) +
    text(128, y + 72, on, { size: 14, bold: true })
  );
};

/** The six questions of Wüst and Gervais, in their order. */
export const fitTree: Figure = figure(
  name,
  'Six questions in order, and where each lets you out',
  'Six questions stand one below the other; each has an exit to the right and an arrow down to the next. One: does anything have to be ' +
    'stored? No leads out to: no blockchain. Two: are there several writers? No leads to: no blockchain. Three: can a trusted ' +
    'third party be used that is always online? Yes leads to: no blockchain. Four: are all writers known? No leads to: permissionless. ' +
    'Five: are all writers trusted? Yes leads to: no blockchain. Six: does the public have to be able to verify? Yes leads to: ' +
    'public permissioned. No leads down to the last end: private permissioned.',
  560,
  [
    markers(name, ['ink-soft']),
    ...questions.map(drawQuestion),
    box(16, 10 + 6 * STEP, 200, 40, ['Private permissioned'], { fill: 'accent-soft', stroke: 'accent' }),
    lines(240, 10 + 6 * STEP + 17, ['After Wüst and Gervais,', '“Do you need a Blockchain?”'], {
      size: 13,
      fill: 'ink-soft',
    }),
  ],
);
