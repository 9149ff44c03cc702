import type { Figure, ShapeStyle } from './svg';
import { arrow, figure, lines, markers, rect, text } from './svg';

const name = 'suite-swap';
const HALF = 62;

type Socket = { x: number; job: string; does: string; out: string[]; into: string; iso: string };

const sockets: Socket[] = [
  { x: 78, job: 'hash', does: 'fingerprints', out: ['SHA-256'], into: 'SM3', iso: '10118-3' },
  {
    x: 220,
    job: 'signature',
    does: 'shows a key',
    out: ['ECDSA', 'or Ed25519'],
    into: 'SM2',
    iso: '14888-3',
  },
  { x: 362, job: 'cipher', does: 'hides', out: ['AES'], into: 'SM4', iso: '18033-3/Amd 1' },
];

/** Two prongs, or the slots for them, that end at `y`. */
const prongs = (x: number, y: number, style: ShapeStyle): string =>
  [-22, 22].map((d) => rect(x + d - 5, y, 10, 18, { radius: 1.5, ...style })).join('');

const drawSocket = ({ x, job, does, out, into, iso }: Socket): string => {
  const ghost = { fill: 'paper', stroke: 'ink-soft', dash: '4 4' } as const;
  const live = { fill: 'accent-soft', stroke: 'accent', width: 1.5 } as const;
  return (
    prongs(x, 110, ghost) +
    rect(x - HALF, 46, HALF * 2, 64, ghost) +
    lines(x, out.length === 1 ? 84 : 74, out, {
      size: 16,
      bold: true,
      anchor: 'middle',
      leading: 21,
    }) +
    arrow(name, `M${x} 186V140`, { stroke: 'ink-soft', dash: '4 4' }) +
    prongs(x, 190, { fill: 'paper', stroke: 'ink' }) +
    text(x, 230, job, { size: 17, bold: true, anchor: 'middle' }) +
    text(x, 252, does, { size: 13.5, anchor: 'middle', fill: 'ink-soft' }) +
    prongs(x, 268, { fill: 'paper', stroke: 'ink' }) +
    arrow(name, `M${x} 336V292`, { stroke: 'accent', width: 1.5 }) +
    prongs(x, 326, live) +
    rect(x - HALF, 344, HALF * 2, 78, live) +
    text(x, 374, into, { size: 19, bold: true, anchor: 'middle' }) +
    lines(x, 395, ['ISO/IEC', iso], { size: 13, anchor: 'middle', leading: 17 })
  );
};

/** Three sockets and two suites of algorithms that fit them. */
export const suiteSwap: Figure = figure(
  name,
  'Same sockets, another suite',
  'A board has three sockets: hash, which fingerprints; signature, which shows that a key was used; and cipher, ' +
    'which hides. The plugs above, drawn dashed and being taken out, are SHA-256, ECDSA or Ed25519, ' +
    'and AES. The plugs below, drawn solid and going in, are the Chinese national algorithms: SM3, ' +
    'also in ISO/IEC 10118-3, into hash; SM2, in ISO/IEC 14888-3, into signature; and SM4, in ' +
    'ISO/IEC 18033-3 Amendment 1, into cipher. The board stays the same, while keys, certificates and parameters ' +
    'change with the plug; SM2, for one, also takes a user id.',
  514,
  [
    markers(name, ['ink-soft', 'accent']),
    text(16, 28, 'Out: the usual suite', { size: 15, bold: true, fill: 'ink-soft' }),
    text(16, 451, 'In: China’s national suite, also in ISO/IEC', { size: 15, bold: true }),
    rect(8, 190, 424, 96, { fill: 'raised', stroke: 'ink', width: 1.5 }),
    ...sockets.map(drawSocket),
    lines(
      16,
      480,
      [
        'The board stays. Keys, certificates and parameters',
        'change with the plug: SM2, for one, also takes a user id.',
      ],
      { leading: 20, fill: 'ink-soft' },
    ),
  ],
);
