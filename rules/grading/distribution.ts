import { percentText } from './grade-words';

/** How many grades lie in each tenth: the last takes in the full 100 %. */
export function tenths(shares: readonly number[]): { label: string; value: number }[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const share of shares) {
    const tenth = Math.min(9, Math.floor(share / 100_000));
    counts[tenth] = (counts[tenth] as number) + 1;
  }
  return counts.map((value, tenth) => ({
    label: tenth === 9 ? '90 to 100 %' : `${tenth * 10} to under ${tenth * 10 + 10} %`,
    value,
  }));
}

/** How grades are spread, in sentences: the middle one, the lowest and the highest, and how many pass. */
export function spreadWords(shares: readonly number[], passes: (share: number) => boolean): string {
  const sorted = shares.toSorted((a, b) => a - b);
  const [lowest, middle, highest] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (lowest === undefined || middle === undefined || highest === undefined) return 'Nobody has a grade yet.';
  const passed = sorted.filter(passes).length;
  const many = sorted.length === 1 ? '1 grade' : `${sorted.length.toLocaleString('en')} grades`;
  return `${many}, from ${percentText(lowest)} to ${percentText(highest)}; the middle one is ${percentText(middle)}. ${passed.toLocaleString('en')} passed.`;
}
