import type { ShapeStyle } from './svg';
import { circle, num, path, text } from './svg';

/** A square bracket open to the left, from `y1` to `y2`; a negative depth opens it to the right. */
export const bracket = (
  x: number,
  y1: number,
  y2: number,
  style: ShapeStyle & { depth?: number } = {},
): string => {
  const { depth = 7, ...look } = style;
  return path(`M${num(x - depth)} ${num(y1)}H${num(x)}V${num(y2)}H${num(x - depth)}`, look);
};

const MARKS = {
  tick: 'M-4.5 .5L-1.5 3.8L4.5 -3.6',
  cross: 'M-3.6 -3.6L3.6 3.6M3.6 -3.6L-3.6 3.6',
  plus: 'M-4.2 0H4.2M0 -4.2V4.2',
  minus: 'M-4.2 0H4.2',
};

/** A round badge with a tick, cross, plus or minus, so that no meaning hangs on colour alone. */
export const badge = (
  x: number,
  y: number,
  mark: keyof typeof MARKS,
  tone: 'good' | 'bad' | 'accent' | 'ink-soft',
  r = 9,
): string =>
  `<g transform="translate(${num(x)} ${num(y)})">` +
  circle(0, 0, r, { fill: tone === 'ink-soft' ? 'paper' : `${tone}-soft`, stroke: tone }) +
  `${path(MARKS[mark], { stroke: tone, width: 1.5 })}</g>`;

/** A round badge with a number or letter in it. */
export const numbered = (x: number, y: number, s: string, style: ShapeStyle = {}): string =>
  circle(x, y, 10.5, { fill: 'paper', stroke: 'accent', ...style }) +
  text(x, y + 4.6, s, {
    size: 13,
    bold: true,
    anchor: 'middle',
    fill: style.fill === 'accent' ? 'paper' : 'ink',
  });
