import { type ClaimEntry, isComplete, passageForm } from './entry';

/** What a claim log has to have when it is handed in. */
export type LogRules = {
  entries: { least: number; most: number };
  /** The lessons that an entry has to come from, and the passages that one has to speak of, by their ids. */
  covers: string[];
};

/** Whether an entry covers what the rules name: a passage by speaking of it, a lesson by coming from it. */
const coveredBy = (name: string, { lesson, passage }: ClaimEntry): boolean =>
  passageForm.test(name) ? passage === name : lesson === name;

/** One thing that the rules ask of a log, and how far it is. */
export type LogNeed = {
  needs: string;
  met: boolean;
  /** It is met by choosing when it is handed in, and needs no writing. */
  byChoice?: true;
};

const counted = (count: number): string => (count === 1 ? '1 complete entry' : `${count} complete entries`);

/**
 * What the rules ask of entries, line by line; only complete entries count.
 * @param nameOf a lesson or passage as its learner knows it
 */
export function logNeeds(
  { entries: { least, most }, covers }: LogRules,
  entries: readonly ClaimEntry[],
  nameOf: (id: string) => string,
): LogNeed[] {
  const complete = entries.filter(isComplete);
  return [
    {
      needs: `At least ${counted(least)}: there ${complete.length === 1 ? 'is' : 'are'} ${complete.length}`,
      met: complete.length >= least,
    },
    ...(complete.length > most
      ? [
          {
            needs: `At most ${most}: choose which ones when you hand it in`,
            met: false,
            byChoice: true as const,
          },
        ]
      : []),
    ...covers.map((name) => ({
      needs: passageForm.test(name)
        ? `One that speaks of ${nameOf(name)}`
        : `One from the lesson “${nameOf(name)}”`,
      met: complete.some((entry) => coveredBy(name, entry)),
    })),
  ];
}

/** Why these entries cannot be handed in, as a sentence; null where they can. */
export function logProblem(
  rules: LogRules,
  entries: readonly ClaimEntry[],
  nameOf: (id: string) => string,
): string | null {
  const { least, most } = rules.entries;
  if (entries.length === 0) return 'No complete entry is chosen: there is nothing to hand in.';
  if (!entries.every(isComplete)) return 'An entry is not complete: write what is missing, or leave it out.';
  if (entries.length < least) return `These are ${entries.length}, and at least ${least} are asked for.`;
  if (entries.length > most)
    return `These are ${entries.length}, and at most ${most} are taken: leave some out.`;
  const lacking = logNeeds(rules, entries, nameOf).find(({ met }) => !met);
  return lacking ? `${lacking.needs} is still missing.` : null;
}
