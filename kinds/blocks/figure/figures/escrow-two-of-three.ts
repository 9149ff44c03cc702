import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, path, text } from './svg';

const name = 'escrow-two-of-three';

const keepers = [
  { title: 'Keeper of', more: 'the donors', approves: true },
  { title: 'Keeper of', more: 'the charity', approves: false },
  { title: 'Auditor', more: '', approves: true },
];

const drawKeeper = ({ title, more, approves }: (typeof keepers)[number], i: number): string => {
  const x = 16 + i * 140;
  const tone = approves ? 'good' : 'ink-soft';
  return (
    box(x, 190, 128, 56, more ? [title, more] : [title], { stroke: tone, width: 1.5 }) +
    badge(x + 64, 266, approves ? 'tick' : 'minus', tone, 12) +
    path(`M${x + 64} 279V304`, { stroke: tone, width: 1.5, dash: approves ? undefined : '4 5' })
  );
};

/** One step of a milestone escrow, which two of three keepers release. */
export const escrowTwoOfThree: Figure = figure(
  name,
  'Two of three keepers release a step',
  'At the top, donors give 90 coins into an escrow, which holds them for three steps of 30, 40 and 20. Below it ' +
    'stand three keepers: the keeper of the donors and the auditor have approved step one, marked with ticks; ' +
    'the keeper of the charity has not, marked with a dash. Their lines lead to a rule: two approvals of three ' +
    'are there, so step one is released. An arrow leads from the rule to the worker, who is paid 30; 60 remain ' +
    'in the escrow. Beside the worker stands what no rule asked: whether the well is there.',
  484,
  [
    markers(name, ['ink', 'good']),
    box(16, 10, 128, 46, ['Donors']),
    arrow(name, 'M144 33H226', { stroke: 'ink', width: 1.5 }),
    text(184, 25, '90', { anchor: 'middle', bold: true }),
    box(228, 10, 196, 46, ['Escrow holds 90'], { fill: 'accent-soft', stroke: 'accent', width: 1.5 }),
    text(424, 80, 'three steps: 30, 40 and 20', { anchor: 'end', fill: 'ink-soft' }),
    text(16, 132, 'Is step 1 done?', { size: 16, bold: true }),
    text(16, 154, 'Each keeper says so, or does not.', { fill: 'ink-soft' }),
    ...keepers.map(drawKeeper),
    box(16, 306, 408, 48, ['2 approvals of 3: step 1 is released'], {
      fill: 'good-soft',
      stroke: 'good',
      width: 1.5,
    }),
    arrow(name, 'M80 354V396', { stroke: 'good', width: 1.5 }),
    box(16, 398, 152, 60, ['Worker', 'is paid 30']),
    lines(192, 416, ['60 remain in the escrow.', 'No rule has asked whether', 'the well is there.'], {
      leading: 20,
    }),
  ],
);
