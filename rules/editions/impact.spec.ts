import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompletesBy, EvidenceRow } from '../learning/evidence';
import { doneBlocks, standing } from '../learning/progress';
import { type EditionManifest, lessonsOf } from './edition';
import { impactOf, type Learner, moveOutcome, stepsBetween } from './impact';
import { isMoved, learnerMoves } from './moves';

type Lessons = Record<string, Record<string, CompletesBy>>;

/** An edition of one module from the blocks of its lessons, each with what completes it. */
const edition = (lessons: Lessons): EditionManifest => ({
  title: '',
  summary: '',
  language: 'en',
  level: '',
  outcomes: [],
  audience: [],
  notFor: [],
  authors: [],
  builtOn: null,
  verified: '2026-01-01',
  modules: [
    {
      id: 'm1',
      title: '',
      summary: '',
      lessons: Object.entries(lessons).map(([id, blocks]) => ({
        id,
        title: id,
        summary: '',
        minutes: 1,
        blocks: Object.entries(blocks).map(([block, completesBy]) => ({
          id: block,
          label: block,
          completesBy,
        })),
      })),
    },
  ],
});

type Row = EvidenceRow & { at: Date };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const viewed = (blockId: string, minute = 0): Row => ({
  blockId,
  kind: 'viewed',
  correct: null,
  at: at(minute),
});
const answered = (blockId: string, correct: boolean, minute = 0): Row => ({
  blockId,
  kind: 'answered',
  correct,
  at: at(minute),
});

/** A learner of an edition, with the progress that their evidence gives them there. */
function learner(from: EditionManifest, rows: Record<string, Row[]>, active = true): Learner {
  const lessons = lessonsOf(from).map((lesson) => {
    const done = doneBlocks(lesson.blocks, rows[lesson.id] ?? []).length;
    return { id: lesson.id, begun: done > 0, complete: done === lesson.blocks.length };
  });
  return {
    active,
    completed: lessons.filter(({ complete }) => complete).map(({ id }) => id),
    begun: lessons.filter(({ begun, complete }) => begun && !complete).map(({ id }) => id),
    rows: new Map(Object.entries(rows)),
  };
}

const move = (from: EditionManifest, to: EditionManifest, who: Learner) =>
  moveOutcome(stepsBetween(from, to), to, who);

const first = edition({ one: { a: 'viewed', q: 'passed' }, two: { a: 'viewed' } });

describe('the steps between two editions', () => {
  test('are the lessons that ask something else, whatever their order and words', () => {
    const next = edition({
      two: { a: 'answered' },
      one: { q: 'passed', a: 'viewed' },
      three: { a: 'viewed' },
    });
    expect(stepsBetween(first, next)).toMatchObject([
      { lessonId: 'two', before: { id: 'two' }, after: { id: 'two' } },
      { lessonId: 'three', before: null, after: { id: 'three' } },
    ]);
    expect(stepsBetween(next, first).map(({ lessonId }) => lessonId)).toEqual(['two', 'three']);
    expect(stepsBetween(first, first)).toEqual([]);
  });
});

describe('a learner who is moved', () => {
  const done = { one: [viewed('a', 1), answered('q', true, 5)], two: [viewed('a', 9)] };

  test.each<[string, Lessons[string], Record<string, Row[]>, string | undefined]>([
    ['keeps a lesson in which nothing was added', { q: 'passed', a: 'viewed' }, done, 'kept'],
    ['has a new block to do', { a: 'viewed', q: 'passed', b: 'viewed' }, done, 'reopened'],
    [
      'keeps it where the ledger has the new block',
      { a: 'viewed', q: 'passed', b: 'viewed' },
      { one: [...done.one, viewed('b')] },
      'kept',
    ],
    ['has a block to do that asks more than it did', { a: 'passed', q: 'passed' }, done, 'reopened'],
    ['keeps it where it asks less', { a: 'viewed', q: 'viewed' }, done, 'kept'],
    ['gets it done by what was removed', { a: 'viewed' }, { one: [viewed('a')] }, 'gained'],
    ['stays in the middle', { a: 'viewed', q: 'passed', b: 'viewed' }, { one: [viewed('a')] }, 'middle'],
    ['is in the middle although all they did was removed', { q: 'passed' }, { one: [viewed('a')] }, 'middle'],
    ['who did not begin it is not touched', { a: 'viewed', b: 'viewed' }, {}, undefined],
    [
      'whose answer was wrong did not begin it',
      { a: 'answered', q: 'passed' },
      { one: [answered('q', false)] },
      undefined,
    ],
  ])('%s', (_title, one, rows, fate) => {
    const to = edition({ one, two: { a: 'viewed' } });
    expect(move(first, to, learner(first, rows)).fates.get('one')).toBe(fate);
  });

  test.each([
    [done, 'goneDone'],
    [{ one: [viewed('a')] }, 'goneBegun'],
    [{}, undefined],
  ] as const)('loses a removed lesson from the course: %j', (rows, fate) => {
    const to = edition({ two: { a: 'viewed' } });
    const outcome = move(first, to, learner(first, rows as Record<string, Row[]>));
    expect(outcome.fates.get('one')).toBe(fate);
    expect(outcome.cleared).toEqual(['one']);
    expect(outcome.reopened).toBe(0);
  });

  test('has the progress of the newer edition, from the ledger', () => {
    const to = edition({ one: { a: 'viewed', b: 'viewed', q: 'answered' }, two: { b: 'viewed' } });
    const outcome = move(first, to, learner(first, { ...done, one: [...done.one, viewed('b', 7)] }));
    expect(outcome.progress).toEqual([
      { lessonId: 'one', done: ['a', 'b', 'q'], percent: 100, completedAt: at(7) },
    ]);
    expect(outcome.cleared).toEqual(['two']);
    expect(outcome.finishes).toBe(false);
    const some = move(first, to, learner(first, done)).progress;
    expect(some).toEqual([{ lessonId: 'one', done: ['a', 'q'], percent: 66, completedAt: null }]);
  });

  test('is finished when nothing is left to do, unless they are paused', () => {
    const to = edition({ one: { a: 'viewed', q: 'passed' } });
    const rows = { one: done.one };
    expect(move(first, to, learner(first, rows)).finishes).toBe(true);
    expect(move(first, to, learner(first, rows, false)).finishes).toBe(false);
    expect(move(first, to, learner(first, {})).finishes).toBe(false);
  });
});

const rule = fc.constantFrom<CompletesBy>('viewed', 'answered', 'passed');
const block = fc.constantFrom('a', 'b', 'c', 'd');
const lessons = fc.dictionary(
  fc.constantFrom('one', 'two', 'three'),
  fc.dictionary(block, rule, { minKeys: 1 }),
  {
    minKeys: 1,
  },
);
const row: fc.Arbitrary<Row> = fc.record({
  blockId: block,
  kind: fc.constantFrom('viewed' as const, 'answered' as const),
  correct: fc.constantFrom(true, false, null),
  at: fc.nat(60).map(at),
});
const ledger = fc.dictionary(fc.constantFrom('one', 'two', 'three'), fc.array(row, { maxLength: 8 }));

const clean = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const complete = (to: EditionManifest, rows: Record<string, Row[]>) =>
  standing(
    to.modules,
    new Map(lessonsOf(to).map((lesson) => [lesson.id, doneBlocks(lesson.blocks, rows[lesson.id] ?? [])])),
  );

describe('the impact', () => {
  test('is what happens when everybody is moved, whatever changed', () => {
    fc.assert(
      fc.property(lessons, lessons, fc.array(ledger, { maxLength: 6 }), (before, after, ledgers) => {
        const [from, to] = [edition(clean(before)), edition(clean(after))];
        const outcomes = ledgers.map((rows) => move(from, to, learner(from, rows)));
        const impact = impactOf(outcomes);
        const stands = ledgers.map((rows) => ({ was: complete(from, rows), is: complete(to, rows) }));

        for (const { id } of [...lessonsOf(from), ...lessonsOf(to)]) {
          const of = (which: 'was' | 'is', stand: (typeof stands)[number]) => stand[which].lessons.get(id);
          const count = (test: (stand: (typeof stands)[number]) => boolean | undefined) =>
            stands.filter(test).length;
          const told = impact.lessons.get(id);
          expect(told?.kept ?? 0).toBe(count((s) => of('was', s)?.complete && of('is', s)?.complete));
          expect(told?.gained ?? 0).toBe(count((s) => !of('was', s)?.complete && of('is', s)?.complete));
          expect(told?.reopened ?? 0).toBe(
            count((s) => of('was', s)?.complete && of('is', s)?.complete === false),
          );
          expect(told?.goneDone ?? 0).toBe(count((s) => of('was', s)?.complete && !of('is', s)));
        }
        for (const moves of learnerMoves) {
          const moved = outcomes.filter((outcome) => isMoved(moves, outcome));
          expect(impact.choices[moves]).toEqual({
            moved: moved.length,
            reopened: moved.filter(({ reopened }) => reopened > 0).length,
            finishing: moved.filter((outcome) => stands[outcomes.indexOf(outcome)]?.is.complete).length,
          });
        }
        expect(impact.learners).toBe(ledgers.length);
      }),
      { numRuns: 300 },
    );
  });

  test('takes nothing from anybody when only the untouched are moved', () => {
    fc.assert(
      fc.property(lessons, lessons, ledger, (before, after, rows) => {
        const [from, to] = [edition(clean(before)), edition(clean(after))];
        const outcome = move(from, to, learner(from, rows));
        if (!isMoved('untouched', outcome)) return;
        const [was, is] = [complete(from, rows), complete(to, rows)];
        for (const [id, { complete: before }] of was.lessons)
          expect(!before || (is.lessons.get(id)?.complete ?? true)).toBe(true);
      }),
    );
  });

  test('of a move and the way back leaves everything as it was', () => {
    fc.assert(
      fc.property(lessons, lessons, ledger, (before, after, rows) => {
        const [from, to] = [edition(clean(before)), edition(clean(after))];
        const back = move(to, from, learner(to, rows));
        const was = complete(from, rows);
        for (const { lessonId, done } of back.progress)
          expect(done).toHaveLength(was.lessons.get(lessonId)?.done ?? 0);
        for (const lessonId of back.cleared) expect(was.lessons.get(lessonId)?.done ?? 0).toBe(0);
      }),
    );
  });
});
