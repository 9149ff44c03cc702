/** The longest ladder of hints that a question may have. */
export const mostHints = 5;

/** What may be seen of the hints of a question: what each costs, and those that were taken. */
export type HintLadder = {
  /** Percent of the question's points that each takes; nothing where they are free. */
  costs: number[];
  /** Html of those that were taken, from the first. */
  taken: string[];
};

/** A percent of a point, in millionths. */
const percentOfPoint = 10_000;

/** What hints take together, in percent of the question's points: never more than all of them. */
export const hintsCost = (costs: readonly number[]): number =>
  Math.min(
    100,
    costs.reduce((sum, cost) => sum + cost, 0),
  );

/** What is left of what an answer earned, in millionths of a point; never less than nothing. */
export const afterHints = (earned: number, cost: number): number =>
  Math.max(0, earned - cost * percentOfPoint);

/**
 * What asking for a hint means: it is the next one, was taken before, or cannot be had now. Hints are taken in
 * their order.
 */
export function hintAsked(number: number, taken: number, hints: number): 'next' | 'had' | 'none' {
  if (number < 1 || number > hints || number > taken + 1) return 'none';
  return number <= taken ? 'had' : 'next';
}

/** What stands on the button before a hint is taken. */
export const hintLabel = (number: number, { costs }: Pick<HintLadder, 'costs'>): string => {
  const cost = costs[number - 1] ?? 0;
  const price = cost === 0 ? 'free' : `costs ${cost} % of this question’s points`;
  return `Hint ${number} of ${costs.length} · ${price}`;
};

const counted = (count: number): string => `${count} ${count === 1 ? 'hint' : 'hints'}`;

/** What hints took, as a line of a result: "2 hints: −20 %". */
export const hintsInWords = (count: number, cost: number): string =>
  `${counted(count)}: ${cost === 0 ? 'free' : `−${cost} %`}`;

/** The same in points, of a whole attempt: "2 hints took 0.3 points". */
export const hintsTookInWords = (count: number, points: string): string =>
  points === '0'
    ? `${counted(count)} took nothing`
    : `${counted(count)} took ${points} ${points === '1' ? 'point' : 'points'}`;

/** Whether every bracket that opens is closed. */
function inPairs(line: string): boolean {
  let open = 0;
  for (const [, sign] of line.matchAll(/\\.|([[\]])/g)) {
    open += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    if (open < 0) return false;
  }
  return open === 0;
}

/** A hint as a question has it in the text of a lesson: one line, whatever it says. */
export function hintMarkdown(text: string, cost: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const paired = inPairs(line) ? line : line.replace(/\\?([[\]])/g, '\\$1');
  const last = /(?<!\\)(\\\\)*\\$/.test(paired) ? '\\' : '';
  const price = cost.replace(/[^\w.%-]/g, '');
  return `::hint[${paired}${last}]${price === '' || price === '0' ? '' : `{cost="${price}"}`}`;
}
