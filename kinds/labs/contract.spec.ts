// What every lab keeps, whatever it asks.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lab } from './kind';
import { labAt, labs } from './registry';
import { solutions } from './solutions';
import type { Values } from './verdict';

const seedOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
const [mine, others] = [seedOf('mine'), seedOf('another')];

const versions = [...labs.values()].flatMap((lab) =>
  Array.from({ length: lab.version }, (_, at) => labAt(lab.name, at + 1)).filter(
    (one): one is Lab => one !== null,
  ),
);
const solutionOf = ({ name, version }: Lab) => {
  const found = solutions[`${name} ${version}`];
  if (!found) throw new Error(`${name} ${version} has no solution`);
  return found;
};

test('every version of every lab is there, with a solution', () => {
  expect(versions.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
    Object.keys(solutions).sort(),
  );
});

describe.each(versions)('$name $version', (lab) => {
  const { solve: solveAnew, mutations, learners = 200 } = solutionOf(lab);
  const seeds = Array.from({ length: learners }, (_, at) => seedOf(`learner ${at}`));
  const solved = new Map<Uint8Array, Values>();
  /** What is dear to solve is solved once. */
  const solve = (seed: Uint8Array): Values => {
    const found = solved.get(seed) ?? solveAnew(seed);
    solved.set(seed, found);
    return found;
  };

  // What has to be run has a contract of its own: run.spec.ts.
  if (!lab.plan) {
    test('is solved by the reference solution, whoever learns', () => {
      const failed = seeds
        .map((seed) => lab.verify(seed, solve(seed)))
        .filter(({ outcome }) => outcome !== 'pass');
      expect(failed).toEqual([]);
    });

    test.each(Object.keys(mutations))(
      '%s: what is wrong so is answered so, with a sentence and where to look',
      (code) => {
        for (const seed of seeds.slice(0, 25)) {
          const mutated = mutations[code as 'E_FORM']?.(solve(seed), seed);
          const verdict = lab.verify(seed, mutated);
          expect(verdict).toMatchObject({ outcome: 'learner-error', code });
          if (verdict.outcome !== 'learner-error') continue;
          expect(verdict.says).toMatch(/^[A-Z].*[.?]$/);
          expect(['', ...lab.taskFor(seed).fields.map(({ name }) => name)]).toContain(verdict.where);
        }
      },
    );
  }

  test('has another task for each learner, and the same each time', () => {
    const tasks = seeds.map((seed) => JSON.stringify(lab.taskFor(seed)));
    expect(new Set(tasks).size).toBe(seeds.length);
    expect(seeds.map((seed) => JSON.stringify(lab.taskFor(seed)))).toEqual(tasks);
    expect(JSON.parse(tasks[0] ?? '')).toEqual(lab.taskFor(seeds[0] ?? mine));
  });

  test('has words for all that stands around it, and a form that can be read aloud', () => {
    const { words, title } = lab;
    const sentences = [
      words.why,
      ...words.steps,
      ...words.example,
      ...words.hints,
      ...words.debrief.shows,
      ...words.debrief.doesNotProve,
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^[“`A-Z0-9].*[.?!:`]$/s);
    expect(title).toMatch(/^[A-Z]/);
    expect(Math.min(words.steps.length, words.hints.length)).toBeGreaterThanOrEqual(2);
    expect(words.debrief.doesNotProve.length).toBeGreaterThan(0);
    const { fields, start } = lab.taskFor(mine);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    for (const field of fields) {
      expect(field.name).toMatch(/^[a-zA-Z][a-zA-Z0-9.-]{0,49}$/);
      expect(field.label).toMatch(/\S/);
      if (field.cell) expect(field.group).toMatch(/\S/);
    }
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(start)));
    expect(lab.verify(mine, start)).toMatchObject({ outcome: 'learner-error' });
  });

  test('is not solved by what another learner handed in', () => {
    for (const seed of seeds.slice(0, 50))
      expect(lab.verify(mine, solve(seed))).toMatchObject({ outcome: 'learner-error' });
    expect(lab.verify(others, solve(mine))).toMatchObject({ outcome: 'learner-error' });
  });

  test('whatever arrives is answered, and never passes or throws', () => {
    const solution = solve(mine);
    const anything = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record(Object.fromEntries(Object.keys(solution).map((field) => [field, fc.jsonValue()]))),
      fc.constantFrom<unknown>(
        { ...solution, passed: true },
        { passed: true },
        { ...solution, __proto__: null, constructor: 'x' },
        JSON.parse('{"__proto__": {"passed": true}}'),
        JSON.stringify(solution),
        [solution],
      ),
    );
    fc.assert(
      fc.property(anything, (submission) => {
        expect(lab.verify(mine, submission).outcome).toBe('learner-error');
      }),
      { numRuns: 500 },
    );
  });

  test('is as large as it has to be: what is too long is refused before anything is worked out', () => {
    const solution = solve(mine);
    for (const field of Object.keys(solution))
      for (const huge of [
        'f'.repeat(100_000),
        Array.from({ length: 10_000 }, () => 'ff'),
        1e300,
        { a: [[[[]]]] },
      ])
        expect(lab.verify(mine, { ...solution, [field]: huge })).toMatchObject({
          code: 'E_FORM',
          where: field,
        });
  });
});
