import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunPlan, RunReport } from '@/kinds/labs/run';

type Failure = Extract<RunReport, { outcome: 'system-error' }>['why'];

/** What one job may cost: milliseconds by the clock, and bytes that its process has in memory. */
export type JobLimits = { mostMs: number; mostBytes: number };

const pageBytes = 4096;
/** How often a worker that works is looked at, in ms. */
const lookEveryMs = 100;
/** How long it may take to load the compiler, on a machine that does much else. */
const mostLoadMs = 60_000;

/** The resident memory of a process in bytes; null where the system does not say. */
function memoryOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return null;
  }
}

/** Bundlers would take the script for one of theirs: it is found by where the platform was started. */
const script = () => join(/* turbopackIgnore: true */ process.cwd(), 'server', 'solidity', 'worker.mjs');

/**
 * A process that compiles and runs one plan at a time. Whatever becomes of the process, a plan is answered: when it
 * ends, grows too large or takes too long, that is our error, and the process is of no use any more.
 */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<boolean>;
  jobs = 0;
  alive = true;

  constructor() {
    this.#child = fork(script(), [], {
      // Nothing of the platform's settings: neither the address of the database nor a secret.
      env: {} as NodeJS.ProcessEnv,
      execArgv: ['--max-old-space-size=96', '--max-semi-space-size=4'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('error', () => this.kill());
    this.#child.on('exit', () => {
      this.alive = false;
    });
    this.#ready = new Promise((resolve) => {
      this.#child.once('message', () => resolve(true));
      this.#child.once('exit', () => resolve(false));
    });
  }

  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  /** Runs a plan within its limits; time is counted from when the compiler is loaded. */
  async run(plan: RunPlan, limits: JobLimits): Promise<RunReport> {
    const late = setTimeout(() => this.kill(), mostLoadMs);
    const isReady = await this.#ready;
    clearTimeout(late);
    this.jobs += 1;
    const report: RunReport = isReady
      ? await this.#answer(plan, limits)
      : { outcome: 'system-error', why: 'crash' };
    if (report.outcome === 'system-error' && report.why !== 'plan') this.kill();
    return report;
  }

  #answer(plan: RunPlan, { mostMs, mostBytes }: JobLimits): Promise<RunReport> {
    const child = this.#child;
    return new Promise((resolve) => {
      const end = (report: RunReport) => {
        clearTimeout(timer);
        clearInterval(look);
        child.off('message', answered).off('exit', crashed);
        resolve(report);
      };
      const failed = (why: Failure) => end({ outcome: 'system-error', why });
      // What it sends is made by our own code from texts that it clips.
      const answered = (message: unknown) => end(message as RunReport);
      const crashed = () => failed('crash');
      const timer = setTimeout(() => failed('time'), mostMs);
      const look = setInterval(() => {
        if ((memoryOf(child.pid ?? 0) ?? 0) > mostBytes) failed('memory');
      }, lookEveryMs);
      child.on('message', answered).on('exit', crashed);
      child.send(plan, (error) => {
        if (error) crashed();
      });
    });
  }

  kill(): void {
    this.alive = false;
    this.#child.kill('SIGKILL');
  }
}
