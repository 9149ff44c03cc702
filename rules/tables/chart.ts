export type ChartPoint = { label: string; value: number };

const steps = [1, 2, 5, 10];

/**
 * Marks of an axis of counts, from 0 to the first mark that no value exceeds: whole numbers that people count
 * in, four or five of them.
 */
export function axisMarks(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  const rough = most / 4;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(rough, 1))));
  const step = scale * (steps.find((wide) => wide * scale >= rough) ?? 10);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}

/** Which of so many labels are written below an axis, counted back from the last: about `wanted` of them. */
export function isLabelled(index: number, count: number, wanted: number): boolean {
  const every = Math.max(1, Math.ceil(count / wanted));
  return (count - 1 - index) % every === 0;
}

/** What a chart shows, in a sentence for whoever does not see it. */
export function chartWords(points: readonly ChartPoint[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'Nothing to show.';
  const top = points.reduce((best, point) => (point.value > best.value ? point : best), first);
  const words = ({ label, value }: ChartPoint) => `${value} (${label})`;
  return `From ${words(first)} to ${words(last)}. The most is ${words(top)}.`;
}
