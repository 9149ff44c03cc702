import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseResult, passesItem } from './gradebook';
import type { GradebookCategory, GradebookItem } from './settings';

const million = 1_000_000;
const item = (id: string, more: Partial<GradebookItem> = {}): GradebookItem => ({
  id,
  title: id,
  kind: 'quiz',
  pass: 50,
  release: 'at-once',
  gone: false,
  category: 'a',
  points: 100,
  required: false,
  ...more,
});
const category = (id: string, weight = 100, dropLowest = 0): GradebookCategory => ({
  id,
  title: id,
  weight,
  dropLowest,
});
const shares = (given: Record<string, number | null>) => new Map(Object.entries(given));

test('points weigh the items of a category, and weights the categories', () => {
  const items = [item('x', { points: 300 }), item('y'), item('z', { category: 'b' })];
  const given = shares({ x: 800_000, y: 400_000, z: million });
  const settings = { categories: [category('a', 60), category('b', 40)], pass: 80 };
  const result = courseResult(settings, items, given);
  expect(result.categories.map(({ share }) => share)).toEqual([700_000, million]);
  expect(result).toMatchObject({ soFar: 820_000, atEnd: 820_000, passed: true, weights: 100 });
});

test('thirds are rounded down once, at the end', () => {
  const items = ['x', 'y', 'z'].map((id) => item(id, { category: id }));
  const settings = { categories: ['x', 'y', 'z'].map((id) => category(id, 1)), pass: 70 };
  expect(courseResult(settings, items, shares({ x: 1, y: 1, z: 1 })).soFar).toBe(1);
  expect(courseResult(settings, items, shares({ x: 1, y: 1, z: 0 })).soFar).toBe(0);
  expect(courseResult(settings, items, shares({ x: million, y: million, z: 0 })).soFar).toBe(666_666);
});

test('what is not graded does not count so far, and counts nothing at the end; passing is by the end', () => {
  const items = [item('x'), item('y'), item('z', { category: 'b' })];
  const settings = { categories: [category('a', 50), category('b', 50)], pass: 50 };
  const some = courseResult(settings, items, shares({ x: 900_000 }));
  expect(some).toMatchObject({ soFar: 900_000, atEnd: 225_000, passed: false, weights: 50 });
  expect(some.categories[1]).toMatchObject({ share: null });
  expect(some.categories[0]?.lines.map(({ counts }) => counts)).toEqual(['counts', 'not-graded']);
  expect(courseResult(settings, items, shares({ x: 900_000, z: 550_000 })).passed).toBe(true);
});

test('nothing that is graded is no total, and nothing is passed by it', () => {
  expect(
    courseResult({ categories: [category('a')], pass: 0 }, [item('x')], shares({ x: null })),
  ).toMatchObject({ soFar: null, atEnd: 0, passed: false });
  expect(courseResult({ categories: [category('a')], pass: 0 }, [], shares({}))).toMatchObject({
    soFar: null,
    atEnd: null,
    passed: false,
  });
  const weightless = { categories: [category('a', 0)], pass: 0 };
  expect(courseResult(weightless, [item('x')], shares({ x: million })).soFar).toBeNull();
});

test('the lowest of a category are dropped: of equal ones the later, never what is required, and one stays', () => {
  const drop = (most: number, ...required: string[]) => {
    const items = ['w', 'x', 'y', 'z'].map((id) => item(id, { required: required.includes(id) }));
    const given = shares({ w: 500_000, x: 200_000, y: 200_000, z: 100_000 });
    const { categories } = courseResult({ categories: [category('a', 1, most)], pass: 1 }, items, given);
    return categories[0]?.lines.flatMap(({ item: one, counts }) => (counts === 'dropped' ? one.id : []));
  };
  expect(drop(0)).toEqual([]);
  expect(drop(1)).toEqual(['z']);
  expect(drop(2)).toEqual(['y', 'z']);
  expect(drop(2, 'z')).toEqual(['x', 'y']);
  expect(drop(9)).toEqual(['x', 'y', 'z']);
  expect(drop(9, 'w', 'x', 'y', 'z')).toEqual([]);
});

test('at the end what is not graded is dropped first', () => {
  const items = [item('x'), item('y')];
  const result = courseResult({ categories: [category('a', 1, 1)], pass: 60 }, items, shares({ x: 600_000 }));
  expect(result).toMatchObject({ soFar: 600_000, atEnd: 600_000, passed: true });
});

test('what the course has no more counts for who has a grade in it, and for nobody else', () => {
  const items = [item('x'), item('old', { gone: true })];
  const settings = { categories: [category('a')], pass: 50 };
  expect(courseResult(settings, items, shares({ x: million })).atEnd).toBe(million);
  expect(courseResult(settings, items, shares({ x: million, old: 0 })).atEnd).toBe(500_000);
});

test('without points or a category an item is shown and does not count', () => {
  const items = [item('x'), item('y', { points: 0 }), item('z', { category: '' })];
  const result = courseResult(
    { categories: [category('a')], pass: 50 },
    items,
    shares({ x: million, y: 0, z: 0 }),
  );
  expect(result.soFar).toBe(million);
  expect(result.categories[0]?.lines[1]?.counts).toBe('no-points');
  expect(result.outside.map(({ item: one, counts }) => [one.id, counts])).toEqual([['z', 'outside']]);
});

test('whoever passes has passed every required item, by its own pass mark', () => {
  const items = [item('x', { required: true, pass: 60 }), item('y', { required: true, pass: null })];
  const passed = (x: number, y: number | null) =>
    courseResult({ categories: [category('a')], pass: 30 }, items, shares({ x, y })).passed;
  expect(passed(600_000, 1)).toBe(true);
  expect(passed(599_999, million)).toBe(false);
  expect(passed(million, 0)).toBe(false);
  expect(passed(million, null)).toBe(false);
  expect(passesItem({ pass: 0 }, 0)).toBe(true);
});

const world = fc
  .record({
    categories: fc.array(fc.record({ weight: fc.nat(200), dropLowest: fc.nat(3) }), {
      minLength: 1,
      maxLength: 4,
    }),
    items: fc.array(
      fc.record({
        category: fc.nat(4),
        points: fc.nat(1_000),
        required: fc.boolean(),
        gone: fc.boolean(),
        share: fc.option(fc.oneof(fc.nat(million), fc.constantFrom(0, million))),
      }),
      { maxLength: 15 },
    ),
    pass: fc.nat(100),
  })
  .map(({ categories, items, pass }) => ({
    settings: {
      categories: categories.map(({ weight, dropLowest }, index) =>
        category(`c${index}`, weight, dropLowest),
      ),
      pass,
    },
    items: items.map(({ share: _share, category: index, required, gone, ...rest }, at) =>
      item(`i${at}`, {
        ...rest,
        gone,
        required: required && !gone,
        category: index < categories.length ? `c${index}` : '',
      }),
    ),
    given: shares(Object.fromEntries(items.map(({ share }, at) => [`i${at}`, share]))),
  }));
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** A rational number, which is all that the oracle reckons with. */
type Rational = { n: bigint; d: bigint };
const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const over = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d, d: a.d * b.n });
const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const whole = (n: number): Rational => ({ n: BigInt(n), d: 1n });

/** The same rules told otherwise: one item after another is taken away, and every number is a fraction. */
function oracle({ settings, items, given }: World, zeroes: boolean): number | null {
  let [sum, weights] = [whole(0), 0];
  for (const { id, weight, dropLowest } of settings.categories) {
    let left = items
      .filter((one) => one.category === id && one.points > 0)
      .filter((one) => given.get(one.id) !== null || (zeroes && !one.gone))
      .map((one, order) => ({ ...one, order, share: given.get(one.id) ?? 0 }));
    for (let drops = 0; drops < dropLowest && left.length > 1; drops += 1) {
      const [lowest] = left
        .filter(({ required }) => !required)
        .toSorted((a, b) => (a.share === b.share ? b.order - a.order : a.share - b.share));
      left = left.filter((one) => one !== lowest);
    }
    if (left.length === 0 || weight === 0) continue;
    const earned = left
      .map(({ points, share }) => times(whole(points), over(whole(share), whole(million))))
      .reduce(plus, whole(0));
    const possible = left.map(({ points }) => whole(points)).reduce(plus, whole(0));
    sum = plus(sum, times(whole(weight), over(earned, possible)));
    weights += weight;
  }
  if (weights === 0) return null;
  const { n, d } = times(over(sum, whole(weights)), whole(million));
  return Number(n / d);
}

test('both totals are what exact fractions come to, rounded down', () => {
  fc.assert(
    fc.property(world, (all) => {
      const { soFar, atEnd } = courseResult(all.settings, all.items, all.given);
      expect([soFar, atEnd]).toEqual([oracle(all, false), oracle(all, true)]);
    }),
    { numRuns: 500 },
  );
});

test('once everything is graded there is one total, and it lies between the lowest and the highest grade', () => {
  fc.assert(
    fc.property(world, ({ settings, items, given }) => {
      const full = new Map([...given].map(([id, share]) => [id, share ?? 0]));
      const { soFar, atEnd } = courseResult(settings, items, full);
      expect(soFar).toBe(atEnd);
      const all = [...full.values()];
      if (soFar === null) return;
      expect(soFar).toBeGreaterThanOrEqual(Math.min(...all));
      expect(soFar).toBeLessThanOrEqual(Math.max(...all));
    }),
  );
});

test('where the items of a category are worth the same, a better grade never makes a lower total', () => {
  fc.assert(
    fc.property(world, fc.nat(14), fc.nat(million), ({ settings, items: any, given }, at, better) => {
      const items = any.map((one) => ({ ...one, points: 10 }));
      const id = `i${at % Math.max(1, items.length)}`;
      const before = given.get(id);
      if (before === null || before === undefined) return;
      const raised = new Map(given).set(id, Math.max(before, better));
      const [low, high] = [given, raised].map((one) => courseResult(settings, items, one));
      expect(high?.soFar ?? 0).toBeGreaterThanOrEqual(low?.soFar ?? 0);
      expect(high?.atEnd ?? 0).toBeGreaterThanOrEqual(low?.atEnd ?? 0);
      expect(high?.passed || !low?.passed).toBe(true);
    }),
  );
});
