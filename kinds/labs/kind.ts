import { type Field, readValues } from './fields';
import type { FinishedRun, RunPlan } from './run';
import { type LearnerError, pass, type Values, type Verdict, wrong } from './verdict';

/** What stands around a task. Plain text; what stands between backticks is shown as code. */
export type LabWords = {
  /** Why one does this, in two or three sentences. */
  why: string;
  /** What to do, a step each. */
  steps: readonly string[];
  /** A small example that is worked to its end, with other values than the task's: a paragraph each. */
  example: readonly string[];
  /** From a nudge to all but the answer. */
  hints: readonly string[];
  /** Where what the lab is about can be played with. */
  play?: { says: string; href: string };
  /** Read once the lab is passed: what it shows, and what it does not prove. */
  debrief: { shows: readonly string[]; doesNotProve: readonly string[] };
};

/**
 * A lab, as it is written. Everything in it is pure: no clock, no network, no chance but what the seed gives.
 *
 * A version is for ever. What was submitted under it is verified by it in years to come, so whatever changes a task or
 * a verdict is a new version beside the old one.
 */
export type LabSource<Task> = {
  /** Its name in addresses and files, for ever. */
  name: string;
  version: number;
  title: string;
  words: LabWords;
  /** The task of one learner; all of it goes to their page, so it is data and holds no answer. */
  task: (seed: Uint8Array) => Task;
  /** What is asked for. */
  fields: (task: Task) => readonly Field[];
  /** What stands in the fields before anything is done; nothing unless it is told. */
  start?: (task: Task) => Values;
  /** What can be said of work by the task alone; it runs in the page as well, where nobody trusts it. */
  check: (task: Task, values: Values) => LearnerError | null;
  /** What only the seed can tell; asked once `check` finds nothing. */
  hidden?: (seed: Uint8Array, values: Values) => LearnerError | null;
  /** For work that has to be compiled and run; asked once `check` and `hidden` find nothing. */
  run?: LabRun;
};

/** Both are pure; between them somebody runs the plan. */
export type LabRun = {
  /** What is to be compiled and called. */
  plan: (seed: Uint8Array, values: Values) => RunPlan;
  /** What the report of exactly this plan means. */
  judge: (seed: Uint8Array, values: Values, report: FinishedRun) => LearnerError | null;
};

/** The task of one learner, with the form that it is answered by. */
export type LabTask = { task: unknown; fields: readonly Field[]; start: Values };

/** A lab, as the platform knows it. */
export type Lab = {
  name: string;
  version: number;
  title: string;
  words: LabWords;
  taskFor: (seed: Uint8Array) => LabTask;
  /**
   * What becomes of anything that arrives: it never throws for what a learner sends. Where a lab has a `plan`, nothing
   * passes without the report of it.
   */
  verify: (seed: Uint8Array, submission: unknown, report?: FinishedRun) => Verdict;
  /** What has to be run for a verdict, or why it need not be; null where the lab runs nothing. */
  plan: ((seed: Uint8Array, submission: unknown) => RunPlan | LearnerError) | null;
};

/** Whether there is something to be run, and not already a verdict. */
export const isPlan = (found: RunPlan | LearnerError): found is RunPlan => 'units' in found;

/** Closes a lab over the type of its task, so that many can stand in one list. */
export function lab<Task>(source: LabSource<Task>): Lab {
  const { name, version, title, words, task: taskOf, fields, start, check, hidden, run } = source;
  /** What was handed in, where neither the task nor the seed has anything to say against it. */
  const sound = (seed: Uint8Array, submission: unknown): ReturnType<typeof readValues> => {
    const task = taskOf(seed);
    const read = readValues(fields(task), submission);
    if ('error' in read) return read;
    const error = check(task, read.values) ?? hidden?.(seed, read.values);
    return error ? { error } : read;
  };
  return {
    name,
    version,
    title,
    words,
    taskFor: (seed) => {
      const task = taskOf(seed);
      return { task, fields: fields(task), start: start?.(task) ?? {} };
    },
    verify: (seed, submission, report) => {
      const read = sound(seed, submission);
      if ('error' in read) return read.error;
      if (!run) return pass;
      if (!report) return wrong('E_NOT_RUN', '', 'It has not been compiled and run yet.');
      return run.judge(seed, read.values, report) ?? pass;
    },
    plan: run
      ? (seed, submission) => {
          const read = sound(seed, submission);
          return 'error' in read ? read.error : run.plan(seed, read.values);
        }
      : null,
  };
}
