/** One value that stands in a block; `problem` says in a few words why it does not fit. */
type ChainCell = { label: string; value: string; problem?: string | null };

/** A block as it is drawn. */
export type ChainBlock = {
  title: string;
  says?: string;
  /** From its link, the hash of the block before, to its own hash. */
  cells: readonly ChainCell[];
  /** What is wrong with the block itself, or with where it stands. */
  problem?: string | null;
  /** What is good about it, in a few words. */
  fits?: string | null;
  /** What is neither. */
  note?: string | null;
  /** What somebody says of it. */
  mark?: string | null;
};

/** A block with where it is drawn: everything in units of the drawing, whose column is 300 wide, as on a phone. */
export type PlacedBlock = ChainBlock & {
  top: number;
  height: number;
  cellsTop: number;
  lines: readonly ChainLine[];
};

/** What is said under a block. */
export type ChainLine = { text: string; tone: 'bad' | 'good' | 'plain' };

export const chainWidth = 300;
export const chainGap = 26;
export const cellHeight = 38;
export const lineHeight = 17;

/** What there is to say under a block: what does not fit first, each with the name of its cell. */
export function linesOf({ problem, cells, fits, note }: ChainBlock): readonly ChainLine[] {
  const inCells = cells.map((cell) => cell.problem && `${cell.label}: ${cell.problem}`);
  const lines: { text?: string | null; tone: ChainLine['tone'] }[] = [
    ...[problem, ...inCells].map((text) => ({ text, tone: 'bad' as const })),
    { text: fits, tone: 'good' },
    { text: note, tone: 'plain' },
  ];
  return lines.flatMap(({ text, tone }) => (text ? [{ text, tone }] : []));
}

/** Puts blocks under each other, each as high as it has to be. */
export function placeBlocks(blocks: readonly ChainBlock[]): readonly PlacedBlock[] {
  let top = 1;
  return blocks.map((block) => {
    const lines = linesOf(block);
    const cells = block.says ? 46 : 28;
    const height = cells + cellHeight + 8 + (lines.length > 0 ? lines.length * lineHeight + 5 : 0);
    const placed = { ...block, top, height, cellsTop: top + cells, lines };
    top += height + chainGap;
    return placed;
  });
}

/** The height of a drawing of placed blocks. */
export const heightOf = (placed: readonly PlacedBlock[]): number => {
  const last = placed.at(-1);
  return last ? last.top + last.height + 1 : 0;
};

/** The left edge and the width of one of some cells, side by side in a block. */
export function cellAt(index: number, count: number): { x: number; width: number } {
  const width = (chainWidth - 20 - 6 * (count - 1)) / count;
  return { x: 10 + index * (width + 6), width };
}

/** A value that is too long for its cell, by its first and last characters. */
export const shortened = (value: string, most: number): string =>
  value.length <= most ? value : `${value.slice(0, most - 5)}…${value.slice(-4)}`;
