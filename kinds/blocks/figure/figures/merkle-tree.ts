import { createHash } from 'node:crypto';
import { numbered } from './marks';
import type { Figure, ShapeStyle } from './svg';
import { box, figure, path, rule, text } from './svg';

const name = 'merkle-tree';

type Role = 'start' | 'given' | 'made' | 'rest';
type Node = { x: number; y: number; hex: string; role: Role; step?: string };

const hash = (prefix: number, ...parts: Buffer[]): Buffer =>
  createHash('sha256')
    .update(Buffer.from([prefix]))
    .update(Buffer.concat(parts))
    .digest();

/** The hashes of the tree by level, leaves first; leaves and nodes have different prefixes. */
const levels: Buffer[][] = [
  Array.from({ length: 8 }, (_, i) => hash(0, Buffer.from(`certificate ${i + 1}`))),
];
for (let below = levels[0] ?? []; below.length > 1; below = levels[levels.length - 1] ?? []) {
  levels.push(
    below.flatMap((left, i) => {
      const right = below[i + 1];
      return i % 2 === 0 && right ? [hash(1, left, right)] : [];
    }),
  );
}

const LEAF = 2;
const ROW = 96;
const BOTTOM = 312;

const nodes: Node[][] = levels.map((level, depth) =>
  level.map((digest, i) => {
    const onPath = i === LEAF >> depth;
    const given = depth < levels.length - 1 && i === ((LEAF >> depth) ^ 1);
    return {
      x: 30 + 54.3 * (2 ** depth * (i + 0.5) - 0.5),
      y: BOTTOM - ROW * depth,
      hex: digest.toString('hex').slice(0, 4),
      role: onPath ? (depth === 0 ? 'start' : 'made') : given ? 'given' : 'rest',
      step: given ? String(depth + 1) : undefined,
    };
  }),
);

const looks: Record<Role, ShapeStyle> = {
  start: { fill: 'accent', stroke: 'accent', width: 1.5 },
  given: { fill: 'accent-soft', stroke: 'accent', width: 1.5 },
  made: { fill: 'raised', stroke: 'ink', width: 1.5, dash: '4 3', radius: 14 },
  rest: { fill: 'paper', stroke: 'rule' },
};

const drawNode = ({ x, y, hex, role, step }: Node): string =>
  box(x - 22, y - 15, 44, 30, [hex], {
    ...looks[role],
    label: {
      font: 'mono',
      size: 13,
      bold: role === 'start',
      fill: role === 'start' ? 'paper' : role === 'rest' ? 'ink-soft' : 'ink',
    },
  }) + (step ? numbered(x, y - 27, step) : '');

const drawEdge = (child: Node, parent: Node): string => {
  const lit = child.role !== 'rest' && parent.role !== 'rest';
  const middle = (child.y + parent.y) / 2 - 8;
  return path(`M${child.x} ${child.y - 15}V${middle}H${parent.x}V${parent.y + 15}`, {
    stroke: lit ? 'ink' : 'rule',
    width: lit ? 1.5 : 1.25,
  });
};

const edges = nodes.slice(0, -1).flatMap((level, depth) =>
  level.map((child, i) => {
    const parent = nodes[depth + 1]?.[i >> 1];
    return parent ? drawEdge(child, parent) : '';
  }),
);

const labels = (nodes[0] ?? []).map(({ x, role }, i) =>
  text(x, BOTTOM + 36, String(i + 1), {
    anchor: 'middle',
    bold: role === 'start',
    fill: role === 'start' ? 'ink' : 'ink-soft',
  }),
);

/** Eight leaves and the three hashes that prove leaf 3 is among them. */
export const merkleTree: Figure = figure(
  name,
  'Three hashes prove that leaf 3 is in the tree',
  'A binary tree with eight leaves, numbered 1 to 8, each box showing the first four digits of its ' +
    'SHA-256 hash. Leaf 3, filled, is the one to prove. The proof is three sibling hashes, numbered ' +
    'in the order of use: leaf 4, the node above leaves 1 and 2, and the node above leaves 5 to 8. ' +
    'With them the verifier calculates the three dashed, rounded boxes on the way up, the last being ' +
    'the root, and compares it with the root already known. The other leaves are not needed; the ' +
    'proof has length 3 because log2 of 8 is 3, and it would be 20 for about a million leaves.',
  480,
  [
    ...edges,
    ...nodes.flat().map(drawNode),
    text(252, BOTTOM - 3 * ROW + 5, 'root', { size: 15, bold: true }),
    ...labels,
    text(16, BOTTOM + 57, 'leaves', { fill: 'ink-soft' }),
    rule(16, 384, 424, 384, { stroke: 'rule' }),
    box(16, 401, 22, 16, [], looks.start),
    text(48, 414, 'leaf 3, to prove'),
    box(225, 401, 22, 16, [], looks.given),
    text(257, 414, 'given: the proof'),
    box(16, 427, 22, 16, [], { ...looks.made, radius: 8 }),
    text(48, 440, 'calculated on the way'),
    box(225, 427, 22, 16, [], looks.rest),
    text(257, 440, 'not needed'),
    text(16, 470, [{ t: '8 leaves: 3 hashes', bold: true }, { t: ' (log₂ 8 = 3).  1,048,576 leaves: 20.' }]),
  ],
);
