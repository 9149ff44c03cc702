// What every lab keeps whose work has to be compiled and run: with the real compiler and the real machine.
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { SolidityPool } from '@/server/solidity/pool';
import { isPlan, type Lab } from './kind';
import { labs } from './registry';
import type { RunReport } from './run';
import { solutions } from './solutions';

const pool = new SolidityPool({ mostMs: 60_000, mostOfOne: 100 });
afterAll(() => pool.stop());

const seedOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
/** A second of a processor each, so they are few; among them is one for each bug that a contract begins with. */
const seeds = Array.from({ length: 3 }, (_, at) => seedOf(`runner ${at}`));
const mostMs = 180_000;

/** What a server does with what arrives. */
async function handedIn(lab: Lab, seed: Uint8Array, submission: unknown) {
  const plan = lab.plan?.(seed, submission);
  if (!plan || !isPlan(plan)) return { verdict: lab.verify(seed, submission), report: null };
  const report: RunReport = await pool.run(JSON.parse(JSON.stringify(plan)), 'a learner');
  if (report.outcome === 'system-error') throw new Error(`system-error: ${report.why}`);
  return { verdict: lab.verify(seed, submission, report), report };
}

const run = [...labs.values()].filter(({ plan }) => plan);

describe.each(run)('$name $version', (lab) => {
  const found = solutions[`${lab.name} ${lab.version}`];
  if (!found) throw new Error(`${lab.name} has no solution`);
  const { solve, mutations } = found;

  test(
    'is solved by the reference solution, whoever learns',
    async () => {
      for (const seed of seeds) {
        const { verdict, report } = await handedIn(lab, seed, solve(seed));
        expect(verdict).toEqual({ outcome: 'pass' });
        if (report?.outcome !== 'ran') throw new Error('It was not run');
        expect(report.gas.length).toBeGreaterThan(0);
        expect(report.trace).toBeNull();
        expect(report.tests.filter(({ hidden }) => hidden).length).toBeGreaterThan(0);
      }
    },
    mostMs,
  );

  test(
    'does not pass without a report, nor as it stands at the beginning, nor with another’s work',
    async () => {
      const [mine = seedOf(''), others = seedOf('')] = seeds;
      expect(lab.verify(mine, solve(mine))).toMatchObject({ code: 'E_NOT_RUN' });
      const { start } = lab.taskFor(mine);
      expect((await handedIn(lab, mine, start)).verdict).toMatchObject({ outcome: 'learner-error' });
      const copied = (await handedIn(lab, mine, solve(others))).verdict;
      expect(copied).toMatchObject({ outcome: 'learner-error', code: 'E_NAME' });
    },
    mostMs,
  );

  test.each(
    Object.keys(mutations).map((code, at) => [code, seeds[at % seeds.length] ?? seedOf('')] as const),
  )(
    '%s: what is wrong so is answered so',
    async (code, seed) => {
      const { verdict } = await handedIn(lab, seed, mutations[code as 'E_FORM']?.(solve(seed), seed));
      expect(verdict).toMatchObject({ outcome: 'learner-error', code });
      if (verdict.outcome !== 'learner-error') return;
      expect(verdict.says).toMatch(/^[A-Z].*[.?]$/);
      expect(lab.taskFor(seed).fields.map(({ name }) => name)).toContain(verdict.where);
    },
    mostMs,
  );
});
