import type { Figure } from './svg';
import { arrow, circle, figure, lines, markers, rect, rule, text } from './svg';

const name = 'study-session';

type Step = {
  n: string;
  y: number;
  word: string;
  does: string;
  says: [who: string, what: string][];
};

const steps: Step[] = [
  {
    n: '4',
    y: 34,
    word: 'Measured result',
    does: 'Shows what happened.',
    says: [['whoever measured it', 'an auditor, a court, a researcher']],
  },
  {
    n: '3',
    y: 144,
    word: 'Rule or law',
    does: 'Binds, and can be enforced.',
    says: [['Cyberspace Administration (CAC)', 'Order 3, in force 15 Feb 2019']],
  },
  {
    n: '2',
    y: 254,
    word: 'Plan',
    does: 'Sets goals, which may be missed.',
    says: [['industry ministry (MIIT), with the CAC', 'Guiding Opinions, Jun 2021']],
  },
  {
    n: '1',
    y: 364,
    word: 'Attention',
    does: 'Says what matters. Enacts nothing.',
    says: [['Politburo: Xi Jinping, via Xinhua', '18th study session, 24 Oct 2019']],
  },
];

const drawStep = ({ n, y, word, does, says }: Step): string => {
  const here = n === '1';
  return (
    rule(28, y - 5, 72, y - 5, { stroke: here ? 'accent' : 'ink', width: 1.5 }) +
    circle(50, y - 5, 13, {
      fill: here ? 'accent' : 'paper',
      stroke: here ? 'accent' : 'ink',
      width: 1.5,
    }) +
    text(50, y, n, { size: 14, bold: true, anchor: 'middle', fill: here ? 'paper' : 'ink' }) +
    text(98, y, word, { size: 17, bold: true }) +
    text(98, y + 21, does, { fill: 'ink-soft' }) +
    says
      .map(([who, what], i) =>
        lines(
          98,
          y + 46 + i * 42,
          [
            [
              { t: 'Speaks: ', fill: 'ink-soft' },
              { t: who, bold: true },
            ],
            what,
          ],
          { size: 13.5, leading: 18 },
        ),
      )
      .join('')
  );
};

const rails = [28, 72].map((x) => rule(x, 10, x, 456, { stroke: 'ink-soft', width: 1.5 })).join('');
const rungs = [62, 96, 172, 206, 282, 316, 392, 426]
  .map((y) => rule(28, y, 72, y, { stroke: 'rule', width: 1.5 }))
  .join('');

/** From attention to measured result: where a study session stands. */
export const studySession: Figure = figure(
  name,
  'From attention to result: the four rungs of a policy',
  'A ladder of four rungs, lowest first. Rung 1, marked “you are here”, is attention: the ' +
    'Politburo’s 18th study session of 24 October 2019, where Xi Jinping speaks and Xinhua reports; ' +
    'it says what matters and enacts nothing. Rung 2 is the plan, which sets goals that may be ' +
    'missed: the ministry MIIT with the regulator CAC in their Guiding Opinions of June 2021. Rung 3 is ' +
    'rule or law, which binds: CAC Order 3, in force since 15 February 2019 and so older than the ' +
    'session. Rung 4, the measured result, is spoken by whoever measured it: ' +
    'an auditor, a court or a researcher; no rung leads to the next by itself.',
  516,
  [
    markers(name, ['accent']),
    rails,
    rungs,
    rect(88, 338, 344, 106, { fill: 'accent-soft', stroke: 'accent' }),
    text(420, 363, 'you are here', { bold: true, anchor: 'end', fill: 'accent' }),
    arrow(name, 'M318 358H192', { stroke: 'accent', width: 1.5 }),
    ...steps.map(drawStep),
    lines(
      28,
      484,
      [
        'No rung leads to the next by itself, and a rule may',
        'come first: Order 3 is older than the session.',
      ],
      { fill: 'ink-soft', leading: 20 },
    ),
  ],
);
