import type { Figure } from './svg';
import { circle, figure, lines, rect, text } from './svg';

const name = 'who-operates';

/** A system: its machines in frames, one frame for each organisation. */
type Way = { title: string; frames: number[]; more?: boolean; runs: string; checks: string };

const ways: Way[] = [
  {
    title: 'Beijing’s directory chain',
    frames: [1, 1, 1, 1],
    more: true,
    runs: 'the city, with its departments',
    checks: 'members',
  },
  {
    title: 'EBSI',
    frames: [1, 1, 1, 1, 1],
    more: true,
    runs: 'public bodies of many states',
    checks: 'verifiers',
  },
  {
    title: 'India’s framework',
    frames: [3],
    runs: 'one state operator, three halls',
    checks: 'users of its services',
  },
  { title: 'KSI in Estonia', frames: [2], runs: 'one company', checks: 'anyone with a published top' },
  {
    title: 'X-Road in Estonia',
    frames: [1, 1, 1, 1],
    more: true,
    runs: 'members; no shared ledger',
    checks: 'partners; counts: anyone',
  },
  {
    title: 'OpenCerts in Singapore',
    frames: [1, 1, 1],
    more: true,
    runs: 'each school for itself',
    checks: 'anyone with the file',
  },
];

const ROW = 92;
const DOT = 22;

const drawFrames = ({ frames, more }: Way, y: number): string => {
  let x = 236;
  const drawn = frames.map((machines) => {
    const wide = machines * DOT + 10;
    const frame =
      rect(x, y, wide, 30, { fill: 'raised', stroke: 'accent' }) +
      Array.from({ length: machines }, (_, at) =>
        circle(x + 16 + at * DOT, y + 15, 6, { fill: 'accent-soft', stroke: 'accent' }),
      ).join('');
    x += wide + 5;
    return frame;
  });
  return drawn.join('') + (more ? text(x + 2, y + 20, '…', { size: 16 }) : '');
};

const drawWay = (way: Way, at: number): string => {
  const y = 12 + at * ROW;
  return (
    text(16, y + 21, way.title, { bold: true }) +
    drawFrames(way, y + 1) +
    lines(
      16,
      y + 48,
      [
        [{ t: 'Run by: ', bold: true }, { t: way.runs }],
        [{ t: 'Check: ', bold: true }, { t: way.checks }],
      ],
      { size: 13.5, leading: 20 },
    )
  );
};

const end = 12 + ways.length * ROW;

/** Who holds the machines of five public systems, and who can check what they say. */
export const whoOperates: Figure = figure(
  name,
  'Who holds the machines, and who can check',
  `Six rows. Each circle is a machine, each frame one organisation. The numbers of machines stand for the pattern and ` +
    `are not counts, except for India’s three halls. ${ways
      .map(
        ({ title, frames, more, runs, checks }) =>
          `${title}: ${frames.length === 1 ? `${frames[0]} machines in one frame` : `${frames.length} frames with one machine each${more ? ', and more' : ''}`}; run by ${runs}; it can be checked by ${checks}.`,
      )
      .join(' ')}`,
  end + 44,
  [
    ...ways.map(drawWay),
    lines(
      16,
      end + 16,
      [
        'A frame is one organisation. Only India’s three circles',
        'are a count; the others show the pattern.',
      ],
      { fill: 'ink-soft', size: 13.5, leading: 20 },
    ),
  ],
);
