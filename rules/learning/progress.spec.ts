import { describe, expect, test } from 'vitest';
import type { CompletesBy } from './evidence';
import {
  completionTime,
  doneBlocks,
  lessonStanding,
  missingBlocks,
  percent,
  resumePoint,
  standing,
} from './progress';

const block = (id: string, completesBy: CompletesBy = 'viewed') => ({
  id,
  label: `Block ${id}`,
  completesBy,
});
const lesson = (id: string) => ({
  id,
  title: `Lesson ${id}`,
  summary: '',
  minutes: 10,
  blocks: [block('a'), block('b'), block('q', 'passed')],
});
const modules = [
  { id: 'm1', title: '', summary: '', lessons: [lesson('one'), lesson('two')] },
  { id: 'm2', title: '', summary: '', lessons: [lesson('three')] },
];
const all = ['a', 'b', 'q'];

describe('what is done', () => {
  const { blocks } = lesson('one');

  test('is in the order of the lesson, whatever came first', () => {
    const rows = [
      { blockId: 'q', kind: 'answered', correct: true },
      { blockId: 'a', kind: 'viewed', correct: null },
    ] as const;
    expect(doneBlocks(blocks, rows)).toEqual(['a', 'q']);
  });

  test('counts no evidence of blocks that the lesson does not have', () => {
    expect(doneBlocks(blocks, [{ blockId: 'gone', kind: 'viewed', correct: null }])).toEqual([]);
  });

  test('a wrong answer leaves a question open, and a right one after it closes it', () => {
    const wrong = { blockId: 'q', kind: 'answered', correct: false } as const;
    expect(doneBlocks(blocks, [wrong])).toEqual([]);
    expect(doneBlocks(blocks, [wrong, { ...wrong, correct: true }])).toEqual(['q']);
  });

  test('what is missing keeps its label, in the order of the lesson', () => {
    expect(missingBlocks(blocks, ['b']).map(({ label }) => label)).toEqual(['Block a', 'Block q']);
  });
});

describe('percent', () => {
  test.each([
    [0, 3, 0],
    [-1, 3, 0],
    [1, 3, 33],
    [2, 3, 66],
    [3, 3, 100],
    [4, 3, 100],
    [1, 1000, 1],
    [999, 1000, 99],
    [0, 0, 100],
  ])('%d of %d is %d', (done, total, expected) => {
    expect(percent(done, total)).toBe(expected);
  });
});

describe('the standing', () => {
  test('of a lesson says what is still missing', () => {
    const own = lessonStanding(lesson('one'), ['a', 'q']);
    expect(own).toMatchObject({ lessonId: 'one', done: 2, total: 3, percent: 66, complete: false });
    expect(own.missing.map(({ id }) => id)).toEqual(['b']);
  });

  test('of a course counts complete lessons, and weighs by blocks', () => {
    const course = standing(
      modules,
      new Map([
        ['one', all],
        ['two', ['a']],
      ]),
    );
    expect(course).toMatchObject({ lessonsDone: 1, lessonsTotal: 3, percent: 44, complete: false });
    expect(course.lessons.get('three')).toMatchObject({ done: 0, percent: 0 });
  });

  test('of a course is complete with its last lesson', () => {
    const done = new Map([
      ['one', all],
      ['two', all],
      ['three', all],
    ]);
    expect(standing(modules, done)).toMatchObject({ lessonsDone: 3, percent: 100, complete: true });
  });
});

describe('where Continue leads', () => {
  test('to the start for somebody who has not begun, without a block', () => {
    expect(resumePoint(modules, new Map(), null)).toMatchObject({
      lesson: { id: 'one' },
      blockId: null,
      started: false,
    });
  });

  test('to the first open block of the lesson last worked in', () => {
    const done = new Map([['two', ['a']]]);
    expect(resumePoint(modules, done, 'two')).toMatchObject({
      lesson: { id: 'two' },
      blockId: 'b',
      started: true,
    });
  });

  test('from a finished lesson to the next open one, then round to what was skipped', () => {
    const done = new Map([['two', all]]);
    expect(resumePoint(modules, done, 'two')?.lesson.id).toBe('three');
    done.set('three', all);
    expect(resumePoint(modules, done, 'two')?.lesson.id).toBe('one');
  });

  test('a lesson that the edition does not have leads to the start', () => {
    expect(resumePoint(modules, new Map(), 'gone')?.lesson.id).toBe('one');
  });

  test('past what may not be begun yet, and nowhere when all that is left is that', () => {
    expect(resumePoint(modules, new Map(), null, new Set(['one']))?.lesson.id).toBe('two');
    expect(resumePoint(modules, new Map(), null, new Set(['one', 'two', 'three']))).toBeNull();
  });

  test('nowhere when everything is done', () => {
    const done = new Map([
      ['one', all],
      ['two', all],
      ['three', all],
    ]);
    expect(resumePoint(modules, done, 'three')).toBeNull();
  });
});

describe('a lesson was completed', () => {
  const blocks = [
    { id: 'a', label: 'a', completesBy: 'viewed' as const },
    { id: 'b', label: 'b', completesBy: 'passed' as const },
  ];
  const row = (blockId: string, correct: boolean | null, second: number) => ({
    blockId,
    kind: correct === null ? ('viewed' as const) : ('answered' as const),
    correct,
    at: new Date(second * 1000),
  });

  test('when its last block was, by the first row that completed that block', () => {
    const rows = [
      row('a', null, 1),
      row('b', false, 2),
      row('b', true, 5),
      row('b', true, 9),
      row('a', null, 7),
    ];
    expect(completionTime(blocks, rows)).toEqual(new Date(5_000));
  });

  test('never, while a block of it is open', () => {
    expect(completionTime(blocks, [row('a', null, 1), row('b', false, 2)])).toBeNull();
  });
});
