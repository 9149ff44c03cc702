import { badge } from './marks';
import type { Figure } from './svg';
import { box, figure, lines, rule, text } from './svg';

const name = 'tag-links';

const things = [
  { what: ['The thing', 'a bottle and what is in it'] },
  { what: ['The tag', 'a code, a seal, a chip'] },
  { what: ['The record', 'one entry under one number'] },
  { what: ['The earlier entries', 'back to the farm or the plant'] },
];

const links = [
  { broken: true, says: ['moved, refilled, cut out', 'a seal that breaks, a person who looks'] },
  { broken: false, says: ['copied', 'a chip that signs, counting scans'] },
  { broken: false, says: ['changed afterwards', 'a hash chain held by several'] },
];

const STEP = 128;

const drawThing = ({ what }: (typeof things)[number], i: number): string => {
  const [title = '', more = ''] = what;
  const y = 12 + i * STEP;
  return (
    box(16, y, 408, 54, [], i > 1 ? { fill: 'accent-soft', stroke: 'accent' } : {}) +
    text(32, y + 24, title, { size: 16, bold: true }) +
    text(32, y + 44, more, { size: 14, fill: 'ink-soft' })
  );
};

const drawLink = ({ broken, says }: (typeof links)[number], i: number): string => {
  const y = 66 + i * STEP;
  const tone = broken ? 'bad' : i === 2 ? 'good' : 'ink-soft';
  return (
    rule(46, y, 46, y + 24, { stroke: tone, width: 1.5, dash: broken ? '4 5' : undefined }) +
    rule(46, y + 50, 46, y + 74, { stroke: tone, width: 1.5, dash: broken ? '4 5' : undefined }) +
    badge(46, y + 37, broken ? 'cross' : i === 2 ? 'tick' : 'minus', tone, 13) +
    lines(
      78,
      y + 30,
      ['How it fails: ', 'What helps: '].map((label, row) => [
        { t: label, fill: 'ink-soft' },
        { t: says[row] ?? '' },
      ]),
      { size: 14, leading: 21 },
    )
  );
};

/** What ties a thing to its history, and which of the ties a ledger holds. */
export const tagLinks: Figure = figure(
  name,
  'Three links between a thing and its history',
  'Four boxes stand one below the other: the thing, a bottle and what is in it; the tag, a code, a seal or a ' +
    'chip; the record, one entry under one number; and the earlier entries, back to the farm or the plant. The ' +
    'link from thing to tag is dashed and marked with a cross: it fails where a tag is moved, cut out or the ' +
    'bottle refilled, and what helps is a seal that breaks or a person who looks. The link from tag to record is ' +
    'marked with a dash: it fails where the tag is copied, and what helps is a chip that signs, and counting ' +
    'scans. The link from record to record is marked with a tick: it would fail if entries were changed ' +
    'afterwards, and against this stands a hash chain held by several, the ledger. Only the last two boxes, ' +
    'record and earlier entries, are shaded as part of the ledger.',
  482,
  [
    ...things.map(drawThing),
    ...links.map(drawLink),
    text(16, 474, 'Shaded: what a ledger holds.', { fill: 'ink-soft' }),
  ],
);
