import type { RunPlan, RunReport } from '@/kinds/labs/run';
import { FairQueue } from './queue';
import { type JobLimits, WorkerProcess } from './worker-process';

export type PoolOptions = JobLimits & {
  /** How many run at once: each takes about 200 MB. */
  size: number;
  /** After how many jobs a worker is replaced, before what it has gathered adds up. */
  jobsPerWorker: number;
  /** How many may wait in all, and of one person. */
  mostWaiting: number;
  mostOfOne: number;
  /** How long a worker without work is kept, in ms. */
  idleMs: number;
};

const usual: PoolOptions = {
  size: 1,
  mostMs: 10_000,
  // Two workers stay below 600 MB.
  mostBytes: 290 * 2 ** 20,
  jobsPerWorker: 50,
  mostWaiting: 200,
  mostOfOne: 2,
  idleMs: 300_000,
};

type Job = { plan: RunPlan; answer: (report: RunReport) => void };

/**
 * Compiles and runs what learners write, in processes of their own, in a fair order. `run` always answers and never
 * throws: what goes wrong on our side is a `system-error`.
 */
export class SolidityPool {
  readonly #options: PoolOptions;
  readonly #queue = new FairQueue<Job>();
  readonly #free: WorkerProcess[] = [];
  readonly #busy = new Map<WorkerProcess, string>();
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: Partial<PoolOptions> = {}) {
    this.#options = { ...usual, ...options };
  }

  /** Runs a plan for somebody, once it is their turn. */
  run(plan: RunPlan, who: string): Promise<RunReport> {
    const { mostWaiting, mostOfOne } = this.#options;
    const isFull = this.#queue.size >= mostWaiting || this.#queue.of(who) >= mostOfOne;
    if (isFull || this.#stopped) return Promise.resolve({ outcome: 'system-error', why: 'busy' });
    return new Promise((answer) => {
      this.#queue.add(who, { plan, answer });
      this.#serve();
    });
  }

  /** How many turns it takes until somebody's is served: 0 while it is running, null where nothing of theirs waits. */
  position(who: string): number | null {
    if ([...this.#busy.values()].includes(who)) return 0;
    return this.#queue.position(who);
  }

  /** The processes there are. */
  pids(): number[] {
    return [...this.#free, ...this.#busy.keys()].flatMap(({ pid }) => pid ?? []);
  }

  #worker(): WorkerProcess | null {
    if (this.#busy.size >= this.#options.size) return null;
    for (let worker = this.#free.pop(); worker; worker = this.#free.pop()) if (worker.alive) return worker;
    return new WorkerProcess();
  }

  #serve(): void {
    clearTimeout(this.#idle);
    while (this.#queue.size > 0) {
      const worker = this.#worker();
      if (!worker) return;
      const next = this.#queue.next();
      if (next) void this.#carryOut(worker, next.who, next.job);
    }
    if (this.#busy.size > 0) return;
    this.#idle = setTimeout(() => this.#letGo(), this.#options.idleMs);
    this.#idle.unref();
  }

  async #carryOut(worker: WorkerProcess, who: string, { plan, answer }: Job): Promise<void> {
    this.#busy.set(worker, who);
    const report = await worker.run(plan, this.#options);
    this.#busy.delete(worker);
    if (worker.alive && worker.jobs < this.#options.jobsPerWorker && !this.#stopped) this.#free.push(worker);
    else worker.kill();
    answer(report);
    this.#serve();
  }

  #letGo(): void {
    for (const worker of this.#free.splice(0)) worker.kill();
  }

  /** Ends every process; whoever waits is answered. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#idle);
    for (const { job } of this.#queue.clear()) job.answer({ outcome: 'system-error', why: 'busy' });
    for (const worker of this.#busy.keys()) worker.kill();
    this.#letGo();
  }
}
