import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ModuleOutline } from '../editions/edition';
import type { EvidenceRow } from './evidence';
import { doneBlocks, percent, resumePoint, standing } from './progress';

const blockId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const rule = fc.constantFrom('viewed' as const, 'answered' as const, 'passed' as const);
const blocks = fc.uniqueArray(fc.record({ id: blockId, label: fc.string(), completesBy: rule }), {
  selector: ({ id }) => id,
  minLength: 1,
});
const row: fc.Arbitrary<EvidenceRow> = fc.record({
  blockId,
  kind: fc.constantFrom('viewed' as const, 'answered' as const),
  correct: fc.constantFrom(true, false, null),
});
const rows = fc.array(row, { maxLength: 20 });
const modules: fc.Arbitrary<ModuleOutline[]> = fc
  .array(fc.array(blocks, { maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((groups) =>
    groups.map((lessons, module) => ({
      id: `m${module}`,
      title: '',
      summary: '',
      lessons: lessons.map((list, index) => ({
        id: `l${module}-${index}`,
        title: '',
        summary: '',
        minutes: 1,
        blocks: list,
      })),
    })),
  );
const ledger = fc.array(fc.tuple(fc.nat(8), rows), { maxLength: 9 });

/** The done blocks of every lesson, from evidence dealt out to the lessons. */
function doneIn(course: ModuleOutline[], dealt: [number, EvidenceRow[]][]): Map<string, string[]> {
  const lessons = course.flatMap((module) => module.lessons);
  return new Map(
    lessons.map((lesson, index) => [
      lesson.id,
      doneBlocks(
        lesson.blocks,
        dealt.filter(([to]) => to % lessons.length === index).flatMap(([, list]) => list),
      ),
    ]),
  );
}

test('more evidence never takes anything away', () => {
  fc.assert(
    fc.property(blocks, rows, rows, (list, before, more) => {
      const then = doneBlocks(list, before);
      const now = doneBlocks(list, [...before, ...more]);
      expect(now).toEqual(expect.arrayContaining(then));
      expect(percent(now.length, list.length)).toBeGreaterThanOrEqual(percent(then.length, list.length));
    }),
  );
});

test('evidence told twice, or in another order, says the same', () => {
  fc.assert(
    fc.property(blocks, rows, (list, told) => {
      const once = doneBlocks(list, told);
      expect(doneBlocks(list, [...told, ...told])).toEqual(once);
      expect(doneBlocks(list, [...told].reverse())).toEqual(once);
    }),
  );
});

test('percent is a whole number from 0 to 100; 100 only when all is done, 0 only when nothing is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (total, some) => {
      const done = Math.min(some, total);
      const value = percent(done, total);
      expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
      expect(value === 100).toBe(done === total);
      expect(value === 0).toBe(done === 0);
    }),
  );
});

test('Continue leads to an unfinished block, and nowhere exactly when the course is complete', () => {
  fc.assert(
    fc.property(
      modules,
      ledger,
      fc.option(fc.constantFrom('l0-0', 'l1-1', 'l2-2', 'gone')),
      (course, told, last) => {
        const done = doneIn(course, told);
        const point = resumePoint(course, done, last);
        expect(point === null).toBe(standing(course, done).complete);
        if (point === null) return;
        const finished = done.get(point.lesson.id) ?? [];
        expect(finished.length).toBeLessThan(point.lesson.blocks.length);
        if (point.blockId !== null) expect(finished).not.toContain(point.blockId);
        expect(point.started).toBe(finished.length > 0);
      },
    ),
  );
});

test('the percent of a course is that of its blocks, and its lessons add up', () => {
  fc.assert(
    fc.property(modules, ledger, (course, told) => {
      const done = doneIn(course, told);
      const whole = standing(course, done);
      const own = [...whole.lessons.values()];
      expect(whole.lessonsDone).toBe(own.filter(({ complete }) => complete).length);
      expect(whole.complete).toBe(own.every(({ missing }) => missing.length === 0));
      expect(whole.percent === 100).toBe(whole.complete);
    }),
  );
});
