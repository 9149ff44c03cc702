/** Widths in pixels that pictures are kept in besides their own. */
const widths = [480, 960, 1600] as const;
const widest = 1600;

/**
 * The widths a picture of some width is kept in: never wider than itself. One that is no wider than the
 * widest is kept in its own width too, so that readers load a light version of it and not the original.
 */
export const keptWidths = (width: number): number[] => [
  ...widths.filter((kept) => kept < width),
  ...(width <= widest ? [width] : []),
];

/** The kept width that is served for one that was asked for; null for a width that nobody offers. */
export function widthFor(asked: number, width: number): number | null {
  const kept = keptWidths(width);
  if (!kept.includes(asked) && !widths.some((known) => known === asked)) return null;
  return Math.max(...kept.filter((candidate) => candidate <= asked));
}

/** The choice of widths for `srcset`, each at its own address. */
export const sourceSet = (address: string, width: number): string =>
  keptWidths(width)
    .map((kept) => `${address}/${kept} ${kept}w`)
    .join(', ');

/** How wide a picture in a lesson is: the column of text, or the screen when that is narrower. */
export const lessonSizes = '(max-width: 43rem) 100vw, 40rem';
