import { describe, expect, test } from 'vitest';
import { type ClaimEntry, noWords } from './entry';
import { logNeeds, logProblem } from './log-rules';

const rules = { entries: { least: 2, most: 3 }, covers: ['hash', 'D4'] };
const nameOf = (id: string) => `the ${id}`;
const made = (lesson: string, passage = '', claim = 'It is so.'): ClaimEntry => ({
  ...noWords(passage),
  id: `${lesson}-${passage}-${claim}`,
  lesson,
  claim,
  speaker: 'Somebody',
  mode: 'quote',
  evidence: 'A page.',
  level: 'E1',
  change: 'A count.',
});
const met = (entries: ClaimEntry[], of = rules) => logNeeds(of, entries, nameOf).map((need) => need.met);

describe('what the rules ask of a log', () => {
  test('is said line by line', () => {
    expect(logNeeds(rules, [made('hash')], nameOf)).toEqual([
      { needs: 'At least 2 complete entries: there is 1', met: false },
      { needs: 'One from the lesson “the hash”', met: true },
      { needs: 'One that speaks of the D4', met: false },
    ]);
    expect(logNeeds({ entries: { least: 1, most: 9 }, covers: [] }, [], nameOf)).toEqual([
      { needs: 'At least 1 complete entry: there are 0', met: false },
    ]);
  });
  test('is met by one entry for several', () =>
    expect(met([made('hash', 'D4'), made('other')])).toEqual([true, true, true]));
  test('is not met by what is incomplete, or by a name in another place', () =>
    expect(met([made('hash', 'D4', ' '), made('D4'), made('one', 'hash')])).toEqual([true, false, false]));
  test('is no fewer where there are too many: some are chosen', () =>
    expect(met([made('hash', 'D4'), made('a'), made('b'), made('c')])).toEqual([true, false, true, true]));
});

describe('entries can be handed in', () => {
  const good = [made('hash', 'D4'), made('other')];
  test.each<[string, ClaimEntry[], RegExp | null]>([
    ['when nothing is missing', good, null],
    ['and not when none is chosen', [], /nothing to hand in/],
    ['and not when one is incomplete', [...good, made('x', '', '')], /not complete/],
    ['and not when they are too few', good.slice(0, 1), /at least 2 are asked for/],
    ['and not when they are too many', [...good, made('x'), made('y')], /at most 3 are taken/],
    ['and not without a lesson', [made('x', 'D4'), made('y')], /the lesson “the hash” is still missing/],
    ['and not without a passage', [made('hash'), made('y')], /speaks of the D4 is still missing/],
  ])('%s', (_title, entries, problem) => {
    const said = logProblem(rules, entries, nameOf);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });
});
