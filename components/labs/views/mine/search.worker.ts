import { nonceSearch } from '@/kinds/labs/mine/search';

/** What the page asks for. */
export type Order = { head: string; bits: number; from: number };
/** How far the search is: the next number that it would try, and the one that fits once it is found. */
export type Report = { next: number; found: number | null };

/** So many numbers at a time, a hundredth of a second or less; it reports ten times a second. */
const few = 1_000;

/** Searches until a number fits, or until the page ends this worker: to pause is to end it and to begin another. */
function search({ head, bits, from }: Order, report: (report: Report) => void): void {
  const tryFrom = nonceSearch(head, bits);
  let next = from;
  let told = performance.now();
  let found = tryFrom(next, few);
  while (found === null) {
    next += few;
    if (performance.now() - told >= 100) {
      told = performance.now();
      report({ next, found });
    }
    found = tryFrom(next, few);
  }
  report({ next: found + 1, found });
}

addEventListener('message', ({ data }: MessageEvent<Order>) => search(data, (report) => postMessage(report)));
