import { describe, expect, test } from 'vitest';
import { enoughBy, groupOf } from './groups';
import { sentence } from './needs';
import { rulebookSolution } from './solve';
import { rulebookPlan, rulebookTask } from './task';

const seeds = Array.from({ length: 100 }, (_, at) => new Uint8Array(32).fill(at));

describe.each([seeds.slice(0, 50), seeds.slice(50)])('the needs', (...some) => {
  test('are forty, each said once, and agree with the charter', () => {
    for (const seed of some) {
      const { needs, pacts } = rulebookPlan(seed);
      expect(new Set(needs.map(sentence)).size).toBe(40);
      for (const need of needs)
        if (need.kind === 'enough' || need.kind === 'not-enough') {
          const pact = pacts.find(({ channel }) => channel === need.channel)?.pact;
          expect(pact && enoughBy(pact.policy)[groupOf(need.by)]).toBe(need.kind === 'enough');
        }
    }
  });
  test('leave more than a handful of rights to find, and more than a handful to refuse', () => {
    for (const seed of some) {
      const ticks = Object.values(rulebookSolution.solve(seed)).filter((value) => value === 'yes').length;
      expect(ticks).toBeGreaterThan(18);
      expect(ticks).toBeLessThan(42);
    }
  });
});

test('the task says what was agreed in words, and not as a policy', () => {
  expect(JSON.stringify(rulebookTask(seeds[7] ?? new Uint8Array(32)))).not.toMatch(/least|parts|policy/);
});
