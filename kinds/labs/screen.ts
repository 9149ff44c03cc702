import type { Outcome } from '@/rules/labs/outcomes';
import { mostTries } from '@/rules/labs/tries';
import { emptyValues } from './fields';
import type { Lab, LabTask, LabWords } from './kind';
import type { RunReport } from './run';
import type { Values } from './verdict';

/** A submission as its learner sees it. */
export type SubmissionSeen = {
  at: string;
  outcome: Outcome;
  code: string | null;
  says: string | null;
  where: string | null;
};

/** A lab as its page shows it: one learner's task, and how far they are. */
export type LabScreen = LabTask & {
  name: string;
  version: number;
  title: string;
  words: Omit<LabWords, 'debrief'>;
  /** What it shows and what it does not prove: read once it is passed. */
  debrief: LabWords['debrief'] | null;
  /** Which attempt it is, from 1; another one has another task. */
  attempt: number;
  /** What was saved of the form, and the revision that the next save begins from. */
  values: Values;
  revision: number;
  savedAt: string | null;
  /** The oldest first. */
  submissions: SubmissionSeen[];
  triesLeft: number;
  /** Whether what is handed in is compiled and run, which takes its turn. */
  runs: boolean;
  /** What running the last of it came to; null where nothing was run. */
  report: RunReport | null;
  passedAt: string | null;
  /** Set where the task cannot be made again as it was: it is our failure, and nothing is taken. */
  lost: boolean;
};

/** A lab as somebody sees it who has done nothing in it yet. */
export function freshScreen(
  { name, version, title, words, taskFor, plan }: Lab,
  seed: Uint8Array,
): LabScreen {
  const { debrief: _later, ...shown } = words;
  const made = taskFor(seed);
  return {
    ...made,
    name,
    version,
    title,
    words: shown,
    debrief: null,
    attempt: 1,
    values: { ...emptyValues(made.fields), ...made.start },
    revision: 0,
    savedAt: null,
    submissions: [],
    triesLeft: mostTries,
    runs: plan !== null,
    report: null,
    passedAt: null,
    lost: false,
  };
}

/** The seed of the task that is shown where nobody learns: in previews. */
export const sampleSeed = Uint8Array.from({ length: 32 }, (_, at) => at);
