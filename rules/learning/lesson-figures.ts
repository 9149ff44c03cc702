import { type Shown, shownParts, shownWhole, smallestGroup, standsAlone } from '../tables/small-groups';

/** A pause longer than this, in seconds, is no time spent on a lesson. */
export const longestPause = 600;

/**
 * Seconds of active time between the first and the last of some instants: the sum of the gaps that are no
 * pauses. The database computes the same for figures; its spec holds it against this.
 */
export function activeSeconds(instants: readonly Date[]): number {
  const times = instants.map((instant) => instant.getTime() / 1000).sort((a, b) => a - b);
  let active = 0;
  let before = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time - before <= longestPause) active += time - before;
    before = time;
  }
  return active;
}

/** Learners of one edition who began a lesson, by how far they came; `seconds` is the median of those who completed it. */
export type LessonTally = { completed: number; open: number; seconds: number | null };

export type LessonFigures = {
  started: Shown;
  completed: Shown;
  /** The median of active time of those who completed it; null for fewer than five. */
  minutes: number | null;
};

/** The figures of a lesson as they may be shown. */
export function lessonFigures({ completed, open, seconds }: LessonTally): LessonFigures {
  const { total, parts } = shownWhole<[number, number]>([completed, open]);
  const enough = seconds !== null && completed >= smallestGroup;
  return { started: total, completed: parts[0], minutes: enough ? Math.round(seconds / 60) : null };
}

/**
 * The cells of one edition, or of all of them together (`chosen` null). Null where an edition cannot be
 * shown beside the whole. An edition that is the whole is shown like it.
 */
export function cellsOf<Key>(
  editions: ReadonlyMap<Key, readonly number[]>,
  chosen: Key | null,
): { cells: number[]; alone: boolean } | null {
  const rows = [...editions.values()];
  const whole = (rows[0] ?? []).map((_, cell) =>
    rows.reduce((total, cells) => total + (cells[cell] ?? 0), 0),
  );
  if (chosen === null) return { cells: whole, alone: false };
  const own = [...(editions.get(chosen) ?? whole.map(() => 0))];
  if (own.join() === whole.join()) return { cells: own, alone: false };
  const index = [...editions.keys()].indexOf(chosen);
  const stands = index < 0 || standsAlone(rows)[index];
  return stands ? { cells: own, alone: true } : null;
}

/**
 * How many stopped after each block, as far as it may be shown beside the figures of the lesson; null where
 * it may not.
 */
export function shownStops(figures: LessonFigures, stops: readonly number[]): readonly Shown[] | null {
  const isKnown = typeof figures.started === 'number' && typeof figures.completed === 'number';
  return isKnown ? shownParts(stops) : null;
}

/** First answers to a question, and how many learners needed more than one. */
export type AnswerTally = {
  right: number;
  wrong: number;
  again: number;
  /** All answers of all these learners. */
  tries: number;
  /** How often each wrong option was chosen in a first answer. */
  options: readonly number[];
  /** Whether an answer is one option, so that the options are parts of the whole. */
  single: boolean;
};

export type AnswerFigures = {
  answered: Shown;
  right: Shown;
  /** Tries per learner; null where it would give a small group away. */
  tries: number | null;
  /** Null where even "5 or more" would say too much. */
  options: (Shown | null)[];
};

/** The figures of a question as they may be shown. */
export function answerFigures({ right, wrong, again, tries, options, single }: AnswerTally): AnswerFigures {
  const answered = right + wrong;
  const whole = shownWhole<[number, ...number[]]>(single ? [right, ...options] : [right, wrong]);
  const inTries = shownParts([again, answered - again]);
  const isPlain = inTries?.every((part) => typeof part === 'number') ?? false;
  const average = isPlain && answered >= smallestGroup ? Math.round((tries / answered) * 10) / 10 : null;
  return {
    answered: whole.total,
    right: whole.parts[0],
    tries: average,
    options: single
      ? whole.parts.slice(1)
      : options.map((chosen) => shownOption(whole.total, chosen, answered)),
  };
}

/** An option that may be chosen beside others: a part of all who answered, with the rest as its complement. */
function shownOption(total: Shown, chosen: number, answered: number): Shown | null {
  if (total === 'few') return 'few';
  const parts: [number, number] = [chosen, answered - chosen];
  if (typeof total === 'number') return shownParts(parts)?.[0] ?? null;
  return shownWhole(parts).parts[0];
}

/** The misconception at the head of the feedback on a wrong option (html); all of it where none stands out. */
export const misconceptionIn = (feedback: string): string =>
  /<strong>([\s\S]*?)<\/strong>/.exec(feedback)?.[1]?.replace(/\.$/, '') ?? feedback;
