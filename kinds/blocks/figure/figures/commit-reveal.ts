import { createHash } from 'node:crypto';
import { badge } from './marks';
import type { Figure } from './svg';
import { figure, lines, rect, rule, text } from './svg';

const name = 'commit-reveal';

const bidders = ['Alder', 'Birch', 'Cedar'];
const opened = ['1180', '1240', '1240'];
const salts = ['4d1f0a97c2b35e6880aa13f7d9c6e524', '90b7e2416d5cf83a1e07b9648cd2f35a'];

/** The first digits of what a firm committed to; the third copied the second. */
const seals = opened.map((bid, i) => {
  const hex = createHash('sha256')
    .update(`${bid}|${salts[Math.min(i, 1)]}|T-31`)
    .digest('hex');
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)} …`;
});

/** One row on record before the deadline: a name and a fingerprint. */
const committed = (_: string, i: number): string => {
  const y = 44 + i * 40;
  return (
    rect(16, y, 408, 34, { fill: 'raised' }) +
    text(30, y + 22, bidders[i] ?? '', { size: 14 }) +
    text(140, y + 22, seals[i] ?? '', { font: 'mono', size: 14 }) +
    (i === 2 ? text(410, y + 22, 'same bytes', { size: 13.5, anchor: 'end', fill: 'bad' }) : '')
  );
};

/** One row after it: the bid that was opened, and whether it counts. */
const revealed = (_: string, i: number): string => {
  const y = 246 + i * 40;
  const ok = i < 2;
  return (
    rect(16, y, 408, 34, { fill: ok ? 'good-soft' : 'bad-soft', stroke: ok ? 'good' : 'bad' }) +
    text(30, y + 22, bidders[i] ?? '', { size: 14 }) +
    text(140, y + 22, `bid ${opened[i]}, with salt`, { size: 14 }) +
    badge(316, y + 17, ok ? 'tick' : 'cross', ok ? 'good' : 'bad') +
    text(332, y + 22, ok ? 'opens' : 'copied', { size: 14, bold: true, fill: ok ? 'good' : 'bad' })
  );
};

/** Three commitments before a deadline, and their reveals after it. */
export const commitReveal: Figure = figure(
  name,
  'Commit before the deadline, reveal after it',
  'Above a line marked “deadline” three firms are on record, each with a fingerprint and no bid: Alder with ' +
    `${seals[0]}, Birch with ${seals[1]}, and Cedar, who came last, with the same bytes as Birch. ` +
    'Below the line each reveals bid and salt. Alder ' +
    'reveals 1180, and Birch 1240; the fingerprints are equal to those on record, so both open, marked with a tick. Cedar ' +
    'repeats the text of Birch, 1240, and is marked with a cross as copied. The lowest bid that counts is 1180.',
  416,
  [
    text(16, 28, 'Commit: only fingerprints', { size: 15, bold: true }),
    ...bidders.map(committed),
    rule(16, 190, 300, 190, { stroke: 'accent', width: 2, dash: '7 5' }),
    text(424, 195, 'deadline', { size: 14, bold: true, anchor: 'end', fill: 'accent' }),
    text(16, 232, 'Reveal: bid and salt', { size: 15, bold: true }),
    ...bidders.map(revealed),
    lines(
      16,
      390,
      [
        'Lowest bid that counts: 1180. With the bidder’s name',
        'in what is hashed, Cedar’s copy would not open at all.',
      ],
      { size: 13.5, fill: 'ink-soft', leading: 19 },
    ),
  ],
);
