/** Why somebody who learns may want a word: each is a list of its own. */
export const careSigns = ['dormant', 'behind', 'nearly-done', 'ending'] as const;
export type CareSign = (typeof careSigns)[number];

/** Where the lines are drawn. The query draws the same ones; its spec compares the two. */
export const careTerms = {
  /** Days without learning, unless the address says otherwise. */
  dormantDays: 14,
  mostDormantDays: 365,
  /** Whoever has just begun is not behind yet. */
  graceDays: 7,
  /** So many lessons fewer than the median. */
  behindBy: 2,
  /** With fewer people there is no cohort to be behind. */
  smallestGroup: 3,
  endingDays: 14,
  nearlyPercent: 80,
} as const;

export const careWords: Record<CareSign, { label: string; about: (days: number) => string }> = {
  dormant: {
    label: 'Dormant',
    about: (days) =>
      `Nothing was recorded of them for ${days === 1 ? 'a day' : `${days} days`}. Whoever never began counts from the day they could.`,
  },
  behind: {
    label: 'Behind their cohort',
    about: () =>
      `They completed at least ${careTerms.behindBy} lessons fewer than the median of their cohort: half of it is as far as the median or further. People in no cohort are compared with each other. Nobody is behind in their first ${careTerms.graceDays} days, or among fewer than ${careTerms.smallestGroup} people.`,
  },
  'nearly-done': {
    label: 'Nearly done',
    about: () => `They have one lesson left, or completed ${careTerms.nearlyPercent} % of the lessons.`,
  },
  ending: {
    label: 'Time ends soon',
    about: () => `Their time ends within ${careTerms.endingDays} days, and they are not done.`,
  },
};

export type CareFacts = {
  /** Enrolled and able to learn now. */
  active: boolean;
  /** When they could begin: their enrollment or, if later, the start of their time. */
  begunAt: Date;
  lastActiveAt: Date | null;
  /** Lessons of their edition that they completed, and all of them. */
  done: number;
  total: number;
  group: { size: number; median: number };
  validUntil: Date | null;
};

const day = 86_400_000;

/** What speaks for a word with a learner now. Whoever has done everything, or cannot learn, has no sign. */
export function signsOf(facts: CareFacts, { days, now }: { days: number; now: Date }): CareSign[] {
  const { active, begunAt, lastActiveAt, done, total, group, validUntil } = facts;
  if (!active || done >= total) return [];
  const ago = (count: number) => new Date(now.getTime() - count * day);
  const signs: Record<CareSign, boolean> = {
    dormant: (lastActiveAt ?? begunAt) <= ago(days),
    behind:
      group.size >= careTerms.smallestGroup &&
      begunAt <= ago(careTerms.graceDays) &&
      done + careTerms.behindBy <= group.median,
    'nearly-done': done > 0 && (done === total - 1 || done * 100 >= total * careTerms.nearlyPercent),
    ending: validUntil !== null && validUntil <= ago(-careTerms.endingDays),
  };
  return careSigns.filter((sign) => signs[sign]);
}

/** The value in the middle, the lower of two: half of them are as high or higher. 0 of none. */
export function lowerMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
