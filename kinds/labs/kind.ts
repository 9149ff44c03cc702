import type * as z from 'zod';

/** Why a submission is not a solution: a code for tables, a sentence for its learner, and the field to look at. */
export type LearnerError = { outcome: 'learner-error'; code: `E_${string}`; says: string; where: string };
export type Verdict = { outcome: 'pass' } | LearnerError;

export const pass: Verdict = { outcome: 'pass' };
export const wrong = (code: LearnerError['code'], where: string, says: string): LearnerError => ({
  outcome: 'learner-error',
  code,
  where,
  says,
});

/**
 * A lab, as it is written. Everything in it is pure: no clock, no network, no chance but what the seed gives.
 *
 * A version is for ever. What was submitted under it is verified by it in years to come, so whatever changes a task or
 * a verdict is a new version beside the old one.
 */
export type LabSource<Task, Work> = {
  /** Its name in addresses and files, for ever. */
  name: string;
  version: number;
  title: string;
  /** What is submitted, with its sizes capped. */
  work: z.ZodType<Work>;
  /** The task of one learner; all of it goes to their page. */
  task: (seed: Uint8Array) => Task;
  /** What can be said of work by the task alone; it runs in the page as well, where nobody trusts it. */
  check: (task: Task, work: Work) => LearnerError | null;
  /** What only the seed can tell; asked once `check` finds nothing. */
  hidden?: (seed: Uint8Array, work: Work) => LearnerError | null;
};

/** A lab, as the platform knows it. */
export type Lab = {
  name: string;
  version: number;
  title: string;
  task: (seed: Uint8Array) => unknown;
  /** What becomes of anything that arrives: it never throws for what a learner sends. */
  verify: (seed: Uint8Array, submission: unknown) => Verdict;
};

/** Work that is not even of the form that is asked for. */
function shapeError(error: z.ZodError): LearnerError {
  const [issue] = error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  return wrong('E_FORM', where, issue ? `${issue.message}.` : 'This is not what was asked for.');
}

/** Closes a lab over the types of its task and its work, so that many can stand in one list. */
export function lab<Task, Work>(source: LabSource<Task, Work>): Lab {
  const { name, version, title, work, task, check, hidden } = source;
  return {
    name,
    version,
    title,
    task,
    verify: (seed, submission) => {
      const parsed = work.safeParse(submission);
      if (!parsed.success) return shapeError(parsed.error);
      return check(task(seed), parsed.data) ?? hidden?.(seed, parsed.data) ?? pass;
    },
  };
}
