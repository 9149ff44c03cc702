import { createHash } from 'node:crypto';
import { isPlan, type Lab } from '@/kinds/labs/kind';
import { labs } from '@/kinds/labs/registry';
import { solutions } from '@/kinds/labs/solutions';
import { solidity } from '@/server/solidity';

/** How many learners each lab is verified for. */
const learners = 20;
/** How many contracts are handed in at once. */
const atOnce = 20;

const seedOf = (name: string, at: number) =>
  new Uint8Array(createHash('sha256').update(`bench ${name} ${at}`).digest());

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The milliseconds of processor time that something took. */
function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The reference solution of a lab, by its name and version. */
function solutionOf({ name, version }: Lab) {
  const solution = solutions[`${name} ${version}`];
  if (!solution) throw new Error(`${name} has no solution`);
  return solution;
}

/** How long the server takes to verify one solved task of each lab, its task included. */
function verification() {
  return [...labs.values()]
    .filter(({ plan }) => plan === null)
    .map((lab) => {
      const times = Array.from({ length: learners }, (_, at) => {
        const seed = seedOf(lab.name, at);
        const values = solutionOf(lab).solve(seed);
        // What the solver has computed is the task of another object.
        const same = Uint8Array.from(seed);
        return processorTime(() => {
          if (lab.verify(same, values).outcome !== 'pass') throw new Error(`${lab.name} is not solved`);
        });
      });
      return { lab: lab.name, milliseconds: median(times), most: Math.max(...times) };
    });
}

/** How long it takes until so many contracts that are handed in at once are compiled, run and judged. */
async function throughput() {
  const pool = solidity();
  const of = [...labs.values()].filter(({ plan }) => plan !== null);
  const rows = [];
  for (const lab of of) {
    const work = Array.from({ length: atOnce }, (_, at) => {
      const seed = seedOf(lab.name, at);
      const values = solutionOf(lab).solve(seed);
      const plan = lab.plan?.(seed, values);
      if (!plan || !isPlan(plan)) throw new Error(`${lab.name} runs nothing`);
      return { seed, values, plan, who: `learner ${at}` };
    });
    const first = work[0];
    if (first) await pool.run(first.plan, first.who);
    const begun = performance.now();
    const ended = await Promise.all(
      work.map(async ({ seed, values, plan, who }) => {
        const report = await pool.run(plan, who);
        const finished = report.outcome === 'system-error' ? null : report;
        if (!finished || lab.verify(seed, values, finished).outcome !== 'pass')
          throw new Error(`${lab.name}: ${JSON.stringify(report).slice(0, 300)}`);
        return performance.now() - begun;
      }),
    );
    rows.push({ lab: lab.name, first: Math.min(...ended), last: Math.max(...ended) });
  }
  pool.stop();
  return { atOnce, rows };
}

/** The figures of labs: what a verdict costs, and how many contracts are run in which time. */
export async function benchLabs() {
  return { learners, verification: verification(), throughput: await throughput() };
}
