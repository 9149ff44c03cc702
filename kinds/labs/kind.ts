import { type Field, readValues } from './fields';
import { type LearnerError, pass, type Values, type Verdict } from './verdict';

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
  /** What becomes of anything that arrives: it never throws for what a learner sends. */
  verify: (seed: Uint8Array, submission: unknown) => Verdict;
};

/** Closes a lab over the type of its task, so that many can stand in one list. */
export function lab<Task>(source: LabSource<Task>): Lab {
  const { name, version, title, words, task: taskOf, fields, start, check, hidden } = source;
  return {
    name,
    version,
    title,
    words,
    taskFor: (seed) => {
      const task = taskOf(seed);
      return { task, fields: fields(task), start: start?.(task) ?? {} };
    },
    verify: (seed, submission) => {
      const task = taskOf(seed);
      const read = readValues(fields(task), submission);
      if ('error' in read) return read.error;
      const { values } = read;
      return check(task, values) ?? hidden?.(seed, values) ?? pass;
    },
  };
}
