import { badge } from './marks';
import type { Figure } from './svg';
import { arrow, box, color, figure, lines, markers, path, rect, rule, text } from './svg';

const name = 'quantum-exposure';
const TODAY = 16;
const MIGRATED = 146;
const OPEN = 392;
const MAYBE = 256;

/** A pattern of slanting lines for what nobody knows. */
const hatch =
  `<defs><pattern id="fig-${name}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" ` +
  `patternTransform="rotate(45)"><path d="M0 0V8" stroke="${color('rule')}" stroke-width="1.5"/>` +
  '</pattern></defs>';

const unknown =
  `<path d="M${TODAY} 196H432V242H${TODAY}Z" fill="url(#fig-${name}-hatch)"/>` +
  path(`M430 196H${TODAY}V242H430`, { stroke: 'ink-soft', dash: '5 5' }) +
  rect(TODAY + 62, 205, 92, 28, { fill: 'paper', stroke: 'none' }) +
  text(TODAY + 108, 224, 'unknown', { size: 15, bold: true, anchor: 'middle' }) +
  [38, 316, 372, 416].map((x) => text(x, 227, '?', { size: 22, bold: true, anchor: 'middle' })).join('');

const exposed =
  path(`M${MAYBE + 4} 110V117H${OPEN}V110`, { stroke: 'bad', width: 1.5 }) +
  badge(MAYBE + 20, 139, 'cross', 'bad') +
  lines(MAYBE + 36, 138, [[{ t: 'exposed:', bold: true }], 'recorded now,', 'read then'], {
    fill: 'bad',
    leading: 18,
  });

const bar = (y: number, w: number, label: string): string =>
  rect(232, y, w, 24, { fill: 'accent-soft', stroke: 'accent', width: 1.5 }) +
  text(242, y + 17, label, { size: 13.5 });

/** How long secrets last against how long the mathematics holds. */
export const quantumExposure: Figure = figure(
  name,
  'Years to migrate, years to stay secret, years unknown',
  'Two bars start today. The upper one adds the years it takes to migrate and the years a secret ' +
    'must stay secret; the lower one, hatched, open-ended and strewn with question marks, is the ' +
    'time until a large quantum computer: unknown. A dashed line supposes that the machine comes ' +
    'before the upper bar ends, and what lies to its right is bracketed as exposed: recorded now, ' +
    'read then. Below, Shor’s algorithm breaks signatures (ECDSA, Ed25519, SM2) and key exchange. ' +
    'Grover’s only speeds up search and halves the exponent: 2 to the 256 tries become 2 to the 128, ' +
    'drawn as a bar and one half as long.',
  476,
  [
    markers(name, ['ink-soft']),
    hatch,
    text(TODAY, 22, 'today', { bold: true }),
    arrow(name, `M${TODAY + 50} 17H382`, { stroke: 'ink-soft' }),
    text(432, 22, 'years', { anchor: 'end', fill: 'ink-soft' }),
    box(TODAY, 52, MIGRATED - TODAY, 50, ['to migrate'], { stroke: 'ink', width: 1.5 }),
    box(MIGRATED, 52, OPEN - MIGRATED, 50, [], {
      fill: 'accent-soft',
      stroke: 'accent',
      width: 1.5,
    }),
    lines(MIGRATED + 10, 73, ['must stay', 'secret'], { leading: 18 }),
    exposed,
    lines(TODAY, 166, ['until a large', 'quantum computer'], { leading: 18 }),
    unknown,
    rule(MAYBE, 40, MAYBE, 256, { stroke: 'bad', width: 1.5, dash: '6 5' }),
    text(MAYBE, 274, 'if it came here', { anchor: 'middle', bold: true, fill: 'bad' }),
    rule(TODAY, 304, 432, 304, { stroke: 'rule' }),
    text(TODAY, 338, 'Shor’s algorithm', { size: 17, bold: true }),
    badge(TODAY + 9, 362, 'cross', 'bad'),
    text(TODAY + 27, 367, 'breaks signatures'),
    lines(TODAY + 27, 387, ['ECDSA, Ed25519, SM2'], { size: 13, fill: 'ink-soft' }),
    badge(TODAY + 9, 413, 'cross', 'bad'),
    text(TODAY + 27, 418, 'breaks key exchange'),
    rule(214, 322, 214, 456, { stroke: 'rule' }),
    text(232, 338, 'Grover’s algorithm', { size: 17, bold: true }),
    text(232, 367, 'only speeds up search:'),
    bar(380, 190, 'exponent 256'),
    bar(412, 95, '128'),
    text(232, 458, 'the exponent is halved', { fill: 'ink-soft' }),
  ],
);
