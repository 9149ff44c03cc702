import { numbered } from './marks';
import type { Figure } from './svg';
import { arrow, box, figure, lines, markers, text } from './svg';

const name = 'ring-circle';

type Member = { x: number; y: number; title: string; key: string; rows: string[]; signs: boolean };

const members: Member[] = [
  {
    x: 130,
    y: 16,
    title: 'Member 2',
    key: 'key 9',
    rows: ['draws 7, pair 13, 2', 'closes with 2'],
    signs: true,
  },
  { x: 244, y: 208, title: 'Member 3', key: 'key 6', rows: ['response 4', 'pair 3, 13'], signs: false },
  { x: 16, y: 208, title: 'Member 1', key: 'key 8', rows: ['response 6', 'pair 4, 4'], signs: false },
];

const drawMember = ({ x, y, title, key, rows, signs }: Member): string =>
  box(x, y, 180, 92, [], signs ? { fill: 'accent-soft', stroke: 'accent', width: 1.75 } : {}) +
  text(x + 14, y + 25, title, { bold: true, size: 15 }) +
  text(x + 166, y + 25, key, { anchor: 'end', size: 13.5, fill: 'ink-soft' }) +
  lines(x + 14, y + 51, rows, { size: 14.5, leading: 23 });

/** The circle of a linkable ring signature of three members in small numbers. */
export const ringCircle: Figure = figure(
  name,
  'A circle of three challenges that only one key can close',
  'Three boxes stand in a circle, one for each member of the ring. The second member, highlighted, has the public key 9; ' +
    'she draws 7 and makes the pair 13 and 2. From it comes the challenge 9, an arrow to the third member, whose public ' +
    'key is 6: the response 4 is drawn freely and the pair is 3 and 13. From it comes the challenge 6, an arrow to the ' +
    'first member, whose public key is 8: the response 6 is drawn freely and the pair is 4 and 4. From it comes the ' +
    'challenge 1, an arrow back to the second member, who closes the circle with the response 2, which needs her ' +
    'secret key 5. Below stands the signature: image 13, first challenge 6, responses 6, 2 and 4, all alike to see.',
  404,
  [
    markers(name, ['accent', 'ink-soft']),
    ...members.map(drawMember),
    arrow(name, 'M310 78C360 92 370 150 352 202', { stroke: 'accent', width: 1.5 }),
    arrow(name, 'M244 272H202', { stroke: 'ink-soft', width: 1.5 }),
    arrow(name, 'M88 208C70 150 80 92 124 78', { stroke: 'ink-soft', width: 1.5 }),
    numbered(352, 126, '9'),
    numbered(221, 252, '6'),
    numbered(84, 126, '1'),
    lines(150, 150, ['challenges', 'go round'], { size: 14, leading: 20, fill: 'ink-soft', italic: true }),
    box(16, 322, 408, 66, ['Signature: image 13, first challenge 6,', 'responses 6, 2, 4'], {
      label: { size: 15 },
    }),
  ],
);
