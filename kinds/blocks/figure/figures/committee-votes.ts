import type { Figure, Tone } from './svg';
import { box, figure, path, text } from './svg';

const name = 'committee-votes';

type Stage = { title: string; votes: [member: string, votes: number][]; threshold: number; says: string };

const stages: Stage[] = [
  {
    title: '1. A has two votes, C has one',
    votes: [
      ['A', 2],
      ['C', 1],
    ],
    threshold: 50,
    says: 'A alone decides.',
  },
  {
    title: '2. A has admitted B',
    votes: [
      ['A', 2],
      ['B', 1],
      ['C', 1],
    ],
    threshold: 50,
    says: 'A needs one other. Nothing happens without A.',
  },
  {
    title: '3. A and B have raised the threshold',
    votes: [
      ['A', 2],
      ['B', 1],
      ['C', 1],
    ],
    threshold: 75,
    says: 'All three must agree. Each can block.',
  },
];

const LEFT = 9;
const WIDTH = 422;
const STEP = 168;
const fills: Record<string, Tone> = { A: 'accent-soft', B: 'good-soft', C: 'raised' };

const drawStage = ({ title, votes, threshold, says }: Stage, i: number): string => {
  const y = 14 + i * STEP;
  const all = votes.reduce((sum, [, n]) => sum + n, 0);
  const line = LEFT + (WIDTH * threshold) / 100;
  let x = LEFT;
  const segments = votes.map(([member, n]) => {
    const w = (WIDTH * n) / all;
    const drawn = box(x, y + 54, w, 40, [], { fill: fills[member] ?? 'raised', stroke: 'ink-soft' });
    const label = text(x + w / 4, y + 79, `${member}: ${n}`, { size: 15, bold: true, anchor: 'middle' });
    x += w;
    return drawn + label;
  });
  return (
    text(LEFT, y + 14, title, { size: 15, bold: true }) +
    segments.join('') +
    path(`M${line} ${y + 46}V${y + 102}`, { stroke: 'bad', width: 2, dash: '5 4' }) +
    text(line, y + 41, `more than ${threshold} %`, { size: 13.5, anchor: 'middle', fill: 'bad' }) +
    text(LEFT, y + 124, says, { size: 14.5 })
  );
};

/** Three stages of one committee, each with its votes as a bar and the threshold across it. */
export const committeeVotes: Figure = figure(
  name,
  'Votes and thresholds of one committee in three stages',
  'Three bars, one below the other, each cut into the votes of a committee, with a dashed line at the share that has ' +
    'to be exceeded. Stage 1: A has two votes and C one, and more than 50 per cent are needed; the votes of A reach ' +
    'beyond the line, and A alone decides. Stage 2: A has admitted B, so that A has two votes of four, B one and C ' +
    'one; the votes of A end exactly at the line of 50 per cent, so A needs one other, and nothing happens without A. ' +
    'Stage 3: the line is at 75 per cent; the votes of A and B together end exactly at it, so all three must agree and ' +
    'each can block.',
  486,
  stages.map(drawStage),
);
