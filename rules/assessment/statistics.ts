/**
 * Sums over the attempts that asked a question, from which its statistics follow. They add up: those of two
 * editions together are those of both. `x` is what the question earned and `rest` what the rest of the attempt did,
 * as shares from 0 to 1; the sums with `rest` are over the `paired` attempts that asked more than this question.
 */
export type Moments = {
  asked: number;
  blank: number;
  sumX: number;
  paired: number;
  pairedX: number;
  pairedXX: number;
  rest: number;
  restRest: number;
  xRest: number;
};

export const noMoments: Moments = {
  asked: 0,
  blank: 0,
  sumX: 0,
  paired: 0,
  pairedX: 0,
  pairedXX: 0,
  rest: 0,
  restRest: 0,
  xRest: 0,
};

/** The sums of both. */
export const added = (one: Moments, other: Moments): Moments =>
  Object.fromEntries(
    (Object.keys(noMoments) as (keyof Moments)[]).map((name) => [name, one[name] + other[name]]),
  ) as Moments;

/** The sums of one attempt; `rest` is null where nothing else was asked. */
export const momentsOf = (x: number, rest: number | null, blank: boolean): Moments => ({
  asked: 1,
  blank: blank ? 1 : 0,
  sumX: x,
  ...(rest === null
    ? { paired: 0, pairedX: 0, pairedXX: 0, rest: 0, restRest: 0, xRest: 0 }
    : { paired: 1, pairedX: x, pairedXX: x * x, rest, restRest: rest * rest, xRest: x * rest }),
});

/** How easy it is: the mean of what it earned, from 0 to 1; null while nobody was asked. */
export const facility = ({ asked, sumX }: Moments): number | null => (asked === 0 ? null : sumX / asked);

/** With fewer attempts a correlation says next to nothing. */
export const fewestForDiscrimination = 20;

/**
 * Whether those who do well otherwise do well here: the correlation of a question with the rest of the quiz
 * (point-biserial where it is right or wrong), from -1 to 1. `few`: too few attempts to say; `same`: everybody
 * earned the same here, or in the rest.
 */
export function discrimination(moments: Moments): number | 'few' | 'same' {
  const { paired: n, pairedX, pairedXX, rest, restRest, xRest } = moments;
  if (n < fewestForDiscrimination) return 'few';
  const spreadX = n * pairedXX - pairedX * pairedX;
  const spreadRest = n * restRest - rest * rest;
  // Sums of thirds differ from each other in their last digits.
  if (spreadX < 1e-9 || spreadRest < 1e-9) return 'same';
  return Math.max(-1, Math.min(1, (n * xRest - pairedX * rest) / Math.sqrt(spreadX * spreadRest)));
}

/** How often the strongest gave an answer: the third that did best in the rest of the quiz. */
export type StrongUse = { right: boolean; strong: number };

/**
 * Why a question should be looked at; null where nothing is odd. `wrong-preferred`: the strongest gave one wrong
 * answer, at `at`, more often than the right ones together. `against`: who does well otherwise does badly here.
 */
export type Suspicion =
  | { why: 'wrong-preferred'; at: number; wrong: number; right: number; strong: number }
  | { why: 'against'; r: number };

export function suspicionOf(
  moments: Moments,
  uses: readonly StrongUse[],
  strongest: number,
): Suspicion | null {
  const right = uses.reduce((sum, use) => sum + (use.right ? use.strong : 0), 0);
  const most = Math.max(0, ...uses.map((use) => (use.right ? 0 : use.strong)));
  // One person is not many.
  if (most > right && most >= 2)
    return {
      why: 'wrong-preferred',
      at: uses.findIndex((use) => !use.right && use.strong === most),
      wrong: most,
      right,
      strong: strongest,
    };
  const r = discrimination(moments);
  return typeof r === 'number' && r < 0 ? { why: 'against', r } : null;
}

/** The suspicious questions first, then the hardest. */
export function worstFirst<Question extends { suspicion: Suspicion | null; facility: number | null }>(
  questions: readonly Question[],
): Question[] {
  const rank = ({ suspicion, facility: ease }: Question) => (suspicion ? 0 : 2) + (ease ?? 1.5);
  return questions.toSorted((one, other) => rank(one) - rank(other));
}
