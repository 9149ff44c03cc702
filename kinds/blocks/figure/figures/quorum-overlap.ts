import { badge } from './marks';
import type { Figure, Tone } from './svg';
import { circle, figure, path, rule, text } from './svg';

const name = 'quorum-overlap';

type Replica = { x: number; number: number; liar: boolean; shared: boolean };

const replicas = (count: number, step: number, liars: number[], shared: number[]): Replica[] =>
  Array.from({ length: count }, (_, i) => ({
    x: 220 + (i - (count - 1) / 2) * step,
    number: i,
    liar: liars.includes(i),
    shared: shared.includes(i),
  }));

const seven = replicas(7, 60, [3, 4], [2, 3, 4]);
const three = replicas(3, 60, [1], [1]);

const drawReplica =
  (y: number) =>
  ({ x, number, liar, shared }: Replica): string => {
    const tone: Tone = liar ? 'bad' : shared ? 'good' : 'ink-soft';
    return (
      circle(x, y, 21, {
        fill: liar ? 'bad-soft' : shared ? 'good-soft' : 'raised',
        stroke: tone,
        width: shared ? 2 : 1.25,
        dash: liar ? '5 4' : undefined,
      }) +
      text(x, y + 6, String(number), { size: 17, bold: true, anchor: 'middle' }) +
      (liar ? badge(x + 17, y - 16, 'cross', 'bad', 8.5) : '')
    );
  };

/** A clamp over or under the replicas from one to another, with its label. */
const clamp = (row: Replica[], from: number, to: number, y: number, up: boolean, label: string): string => {
  const x1 = (row[from]?.x ?? 0) - 24;
  const x2 = (row[to]?.x ?? 0) + 24;
  const depth = up ? 9 : -9;
  return (
    path(`M${x1} ${y + depth}V${y}H${x2}V${y + depth}`, { stroke: 'accent', width: 2 }) +
    text((x1 + x2) / 2, up ? y - 9 : y + 21, label, { size: 14, anchor: 'middle', fill: 'accent' })
  );
};

/** Two quorums of five among seven share an honest replica; two pairs among three share only the liar. */
export const quorumOverlap: Figure = figure(
  name,
  'Two quorums share an honest replica, or only the liar',
  'Above, seven replicas numbered 0 to 6 stand in a row. Replicas 3 and 4, dashed and marked with a cross, lie. One ' +
    'quorum of five is 0 to 4, another is 2 to 6. They share replicas 2, 3 and 4: two liars, and replica 2, which is ' +
    'honest and says one thing only, so that both quorums cannot decide differently. Below, three replicas 0 to 2, of ' +
    'which 1 lies. The two pairs 0 and 1, and 1 and 2, share replica 1 alone. It tells 0 one thing and 2 another, and ' +
    'the ledger splits.',
  472,
  [
    text(9, 26, 'Seven replicas, two of them lie', { size: 16, bold: true }),
    clamp(seven, 0, 4, 72, true, 'quorum of 5'),
    ...seven.map(drawReplica(112)),
    clamp(seven, 2, 6, 152, false, 'quorum of 5'),
    text(9, 206, 'Shared: 2, 3 and 4. Replica 2 is honest and says one thing', { size: 14.5 }),
    text(9, 227, 'only, so the two quorums cannot decide differently.', { size: 14.5 }),
    rule(9, 250, 431, 250, { stroke: 'rule' }),
    text(9, 282, 'Three replicas, one of them lies', { size: 16, bold: true }),
    clamp(three, 0, 1, 328, true, 'pair'),
    ...three.map(drawReplica(368)),
    clamp(three, 1, 2, 408, false, 'pair'),
    text(9, 460, 'Shared: only the liar. The ledger can split.', { size: 14.5 }),
  ],
);
