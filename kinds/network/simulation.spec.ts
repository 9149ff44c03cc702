import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, faults, type NetworkSetup, organisations, setupOf } from './setup';
import { endingOf, simulate } from './simulation';

const usual = setupOf({});
const play = (change: Partial<NetworkSetup> = {}) => {
  const setup = { ...usual, ...change };
  const simulation = simulate(setup);
  return { ...simulation, ending: endingOf(simulation, setup) };
};
const anySetup = fc.integer({ min: 4, max: organisations.length }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    primary: fc.integer({ min: 0, max: size - 1 }),
    faults: fc.array(fc.constantFrom(...faults), { minLength: size, maxLength: size }),
    apart: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    inChannel: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    policy: fc.constantFrom('Bank', '2 of (Bank, Buyer, Supplier)', 'Bank and Carrier', ''),
    seed: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abc123') }),
  }),
);

describe('a network to play with', () => {
  test('agrees where everybody works, and also where one of four says nothing, is late or lies', () => {
    expect(play().ending.kind).toBe('agreed');
    for (const fault of ['crash', 'delay', 'lie'] as const)
      for (let at = 1; at < 4; at += 1)
        for (const seed of ['a', 'b', 'c', 'd'])
          expect([
            fault,
            at,
            play({
              policy: 'Bank',
              seed,
              faults: usual.faults.map((none, index) => (index === at ? fault : none)),
            }).ending.kind,
          ]).toEqual([fault, at, 'agreed']);
  });

  test('comes to nothing where the line is cut in the middle, and goes on where a majority is left', () => {
    expect(play({ policy: 'Bank', apart: [false, false, true, true] }).ending.kind).toBe('stalled');
    expect(play({ policy: 'Bank', apart: [false, false, false, true] }).ending).toMatchObject({
      kind: 'stalled',
      says: expect.stringContaining('3 of 4 who work have committed'),
    });
  });

  test('orders nothing without the signatures that its policy asks for', () => {
    const { ending, states } = play({ policy: 'Bank and Regulator', size: 4 });
    expect(ending.kind).toBe('not-ordered');
    expect(states.at(-1)?.events.every(({ phase }) => phase === 'sign')).toBe(true);
    expect(play({ policy: 'Bank and Buyer', faults: ['none', 'crash', 'none', 'none'] }).ending.kind).toBe(
      'not-ordered',
    );
  });

  test('never splits while at most f of 3f + 1 lie, whatever else is wrong', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const liars = setup.faults.filter((fault) => fault === 'lie').length;
        fc.pre(liars <= Math.floor((setup.size - 1) / 3));
        const simulation = simulate(setup);
        expect(endingOf(simulation, setup).kind).not.toBe('split');
      }),
      { numRuns: 300 },
    );
  });

  test('plays the same way each time, and each step adds one event to the one before', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { states } = simulate(setup);
        expect(simulate(setup).states).toEqual(states);
        expect(states.map(({ events }) => events.length)).toEqual(states.map((_, at) => at));
      }),
      { numRuns: 50 },
    );
  });

  test('stands whole in its address, and whatever an address says is a network', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const anyIn = setup.inChannel.some(Boolean);
        const read = setupOf(Object.fromEntries(new URL(addressOf(setup, 3), 'http://x').searchParams));
        expect(read).toEqual({
          ...setup,
          inChannel: anyIn ? setup.inChannel : setup.inChannel.map(() => true),
        });
      }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('size', 'primary', 'policy', 'seed', 'fault-bank'), fc.string()),
        (query) => {
          const setup = setupOf(query);
          endingOf(simulate(setup), setup);
        },
      ),
    );
  });
});
