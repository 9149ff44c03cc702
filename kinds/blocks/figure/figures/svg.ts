/** A figure of a lesson: its name for readers, its long text alternative, and its drawing. */
export type Figure = { title: string; description: string; svg: string };

/** The colours a figure may use; every theme defines them. */
export type Tone =
  | 'ink'
  | 'ink-soft'
  | 'rule'
  | 'paper'
  | 'raised'
  | 'accent'
  | 'accent-soft'
  | 'good'
  | 'good-soft'
  | 'bad'
  | 'bad-soft';

/** How a piece of text looks; sans-serif 14 in ink unless told otherwise. */
type TextStyle = {
  size?: number;
  fill?: Tone;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  font?: 'sans' | 'serif' | 'mono';
  lang?: string;
};

/** A run of text with a look of its own inside a line. */
export type Span = TextStyle & { t: string };

/** How an outline looks; `dash` is an SVG dash pattern. */
export type ShapeStyle = {
  fill?: Tone | 'none';
  stroke?: Tone | 'none';
  width?: number;
  dash?: string;
  radius?: number;
};

/** The width of every figure, in user units. */
const WIDTH = 440;

/** Escapes text for use in markup. */
const esc = (s: string): string =>
  s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A tone as a CSS colour. */
export const color = (tone: Tone | 'none'): string => (tone === 'none' ? 'none' : `var(--${tone})`);

/** A number without needless digits. */
export const num = (n: number): string => String(Math.round(n * 100) / 100);

const textAttributes = (s: TextStyle): string => {
  const out: string[] = [];
  if (s.font) out.push(`font-family="var(--font-${s.font})"`);
  if (s.size) out.push(`font-size="${s.size}"`);
  if (s.fill) out.push(`fill="${color(s.fill)}"`);
  if (s.anchor && s.anchor !== 'start') out.push(`text-anchor="${s.anchor}"`);
  if (s.bold) out.push('font-weight="600"');
  if (s.italic) out.push('font-style="italic"');
  if (s.underline) out.push('text-decoration="underline"');
  if (s.strike) out.push('text-decoration="line-through"');
  if (s.lang) out.push(`lang="${esc(s.lang)}"`);
  return out.join(' ');
};

/** One line of text, plain or in spans, with its baseline at `y`. */
export const text = (x: number, y: number, s: string | Span[], style: TextStyle = {}): string => {
  const body =
    typeof s === 'string'
      ? esc(s)
      : s.map(({ t, ...look }) => `<tspan ${textAttributes(look)}>${esc(t)}</tspan>`).join('');
  const look = textAttributes({ font: 'sans', size: 14, fill: 'ink', ...style });
  return `<text x="${num(x)}" y="${num(y)}" ${look}>${body}</text>`;
};

/** Several lines of text; `leading` is the distance of their baselines. */
export const lines = (
  x: number,
  y: number,
  rows: (string | Span[])[],
  style: TextStyle & { leading?: number } = {},
): string => {
  const { leading = Math.round((style.size ?? 14) * 1.32), ...look } = style;
  return rows.map((row, i) => text(x, y + i * leading, row, look)).join('');
};

const shapeAttributes = (s: ShapeStyle): string => {
  const { fill = 'none', stroke = 'ink-soft', width = 1.25, dash } = s;
  const edge = stroke === 'none' ? '' : ` stroke="${color(stroke)}" stroke-width="${width}"`;
  return `fill="${color(fill)}"${edge}${dash ? ` stroke-dasharray="${dash}"` : ''}`;
};

/** A rectangle. */
export const rect = (x: number, y: number, w: number, h: number, style: ShapeStyle = {}): string =>
  `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" ` +
  `rx="${style.radius ?? 3}" ${shapeAttributes(style)}/>`;

/** A circle. */
export const circle = (x: number, y: number, r: number, style: ShapeStyle = {}): string =>
  `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" ${shapeAttributes(style)}/>`;

/** A path, open unless its data closes it. */
export const path = (d: string, style: ShapeStyle = {}): string =>
  `<path d="${d}" stroke-linecap="round" stroke-linejoin="round" ${shapeAttributes(style)}/>`;

/** A straight line. */
export const rule = (x1: number, y1: number, x2: number, y2: number, style: ShapeStyle = {}): string =>
  path(`M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`, style);

/** A box with lines of text centred in it. */
export const box = (
  x: number,
  y: number,
  w: number,
  h: number,
  rows: (string | Span[])[],
  style: ShapeStyle & { label?: TextStyle } = {},
): string => {
  const { label = {}, ...shape } = style;
  const size = label.size ?? 14;
  const leading = Math.round(size * 1.32);
  const first = y + h / 2 - ((rows.length - 1) * leading) / 2 + size * 0.35;
  return (
    rect(x, y, w, h, { fill: 'raised', ...shape }) +
    lines(x + w / 2, first, rows, { anchor: 'middle', leading, ...label })
  );
};

/** Arrowheads of the figure called `name`, one for each tone it draws arrows in. */
export const markers = (name: string, tones: Tone[]): string =>
  `<defs>${tones
    .map(
      (tone) =>
        `<marker id="fig-${name}-head-${tone}" viewBox="0 0 10 10" refX="8.5" refY="5" ` +
        'markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse">' +
        `<path d="M1 1L9 5L1 9Z" fill="${color(tone)}"/></marker>`,
    )
    .join('')}</defs>`;

/** A path that ends in an arrowhead; its tone must be among the figure's `markers`. */
export const arrow = (name: string, d: string, style: ShapeStyle & { stroke?: Tone } = {}): string => {
  const { stroke = 'ink-soft' } = style;
  return path(d, { ...style, stroke }).replace(
    '<path ',
    `<path marker-end="url(#fig-${name}-head-${stroke})" `,
  );
};

/** Puts a figure together from its parts and names it for assistive technology. */
export const figure = (
  name: string,
  title: string,
  description: string,
  height: number,
  parts: string[],
): Figure => {
  const id = `fig-${name}`;
  const svg =
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" ` +
    `class="figure-svg"><title id="${id}-t">${esc(title)}</title>` +
    `<desc id="${id}-d">${esc(description)}</desc>${parts.join('')}</svg>`;
  return { title, description, svg };
};
