/**
 * What a lab wants to have compiled and called, and what came of it: data in both directions, so that a lab stays pure
 * and whatever runs it knows nothing of labs.
 *
 * Numbers are decimal digits. `@name` stands for the address of an account, or of what was deployed under that name.
 */
export type RunPlan = {
  /** What is compiled together, by a name: files by theirs. A unit sees only its own files and the bundled ones. */
  units: Readonly<Record<string, RunUnit>>;
  /** Who calls, with what each has at the beginning of every test, in wei. */
  accounts: Readonly<Record<string, string>>;
  tests: readonly RunTest[];
};

type RunUnit = { files: Readonly<Record<string, string>> };

/** A list of steps on a chain that begins anew; the test fails with the first step that is not as it should be. */
export type RunTest = {
  name: string;
  title: string;
  /** Whether its numbers are kept from whoever is tested. */
  hidden?: true;
  steps: readonly RunStep[];
};

export type RunStep =
  /** Puts a contract, `unit:file:contract`, on the chain under a name. */
  | ({ deploy: string; as: string; takes?: string } & Sent)
  /** Calls a function by what it takes and gives back: `amountOf(uint256)(uint256)`. */
  | ({ call: string; on: string } & Sent)
  /** Sends money and nothing else. */
  | ({ pay: string } & Sent)
  /** Lets so many seconds pass. */
  | { wait: number }
  /** Adds up what can be read, and compares. */
  | { check: string; sum: readonly Reading[]; is: Comparison; to: string };

type Comparison = 'equal' | 'not equal' | 'below' | 'at least';

type Sent = {
  from: string;
  /** In wei; nothing unless it is told. */
  value?: string;
  args?: readonly RunValue[];
  /** What has to come of it; that it goes through, unless it is told. */
  expect?: Outcome;
};

type RunValue = string | boolean | readonly RunValue[];

export type Outcome = {
  /** That it is refused; `perhaps` where either will do. */
  reverts?: true | 'perhaps';
  returns?: readonly RunValue[];
  /** An event with its arguments; null is one that does not matter. */
  event?: { name: string; args: readonly (RunValue | null)[] };
};

/** A number that a function gives back, or what somebody has. */
export type Reading = { call: string; on: string; args?: readonly RunValue[] } | { balanceOf: string };

/** A line of the source that a call went through: how deep in calls of contracts, and what stands there. */
type TraceLine = { depth: number; contract: string; file: string; line: number; text: string };

export type RunTrace = {
  test: string;
  /** The call that went wrong, in words. */
  call: string;
  lines: readonly TraceLine[];
  /** How many lines came before those that are kept. */
  before: number;
  ends: string;
};

export type CompileError = { unit: string; file: string; line: number; column: number; says: string };

export type TestReport = {
  name: string;
  title: string;
  hidden: boolean;
  passed: boolean;
  /** Which step was not as it should be, and how; null where all were. */
  why: string | null;
};

/** What a function took, over all calls of it that went through in tests that are not hidden. */
export type GasReport = { call: string; times: number; least: number; most: number };

export type RunReport =
  /** Our error: it costs a learner nothing, and can be asked for again. */
  | { outcome: 'system-error'; why: 'time' | 'memory' | 'crash' | 'busy' | 'plan' }
  /** It was not even compiled. */
  | { outcome: 'refused'; unit: string; file: string; says: string }
  | { outcome: 'not-compiled'; errors: readonly CompileError[] }
  | { outcome: 'ran'; tests: readonly TestReport[]; gas: readonly GasReport[]; trace: RunTrace | null };

/** A report of work that was looked at, whatever came of it. */
export type FinishedRun = Exclude<RunReport, { outcome: 'system-error' }>;

/** A report as its learner may read it: without the numbers of hidden tests. */
export function withoutHidden(report: RunReport): RunReport {
  if (report.outcome !== 'ran') return report;
  const { tests, trace } = report;
  const isHidden = (name: string) => tests.some((test) => test.name === name && test.hidden);
  return {
    ...report,
    tests: tests.map((test) => (test.hidden ? { ...test, why: null } : test)),
    trace: trace && isHidden(trace.test) ? null : trace,
  };
}
