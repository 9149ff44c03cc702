import { describe, expect, test } from 'vitest';
import type { LessonOutline, Release } from '../editions/edition';
import { heldLessons, isZone, localTime, releaseInWords, releasesToCome } from './release';

const lesson = (id: string, release: Release = {}): LessonOutline => ({
  id,
  title: `Lesson ${id}`,
  summary: '',
  minutes: 1,
  blocks: [{ id: 'opening', label: 'Opening', completesBy: 'viewed' }],
  ...release,
});
const outline = (second: Release, lessons = [lesson('c')]) => ({
  zone: 'Asia/Shanghai',
  modules: [
    { id: 'first', title: 'The first', summary: '', lessons: [lesson('a'), lesson('b')] },
    { id: 'second', title: 'The second', summary: '', lessons, ...second },
  ],
});
const done = (...ids: string[]) => new Map(ids.map((id) => [id, ['opening']]));
const at = (iso: string) => new Date(iso);
const now = at('2026-12-01T00:59:00Z');

describe('a lesson may be begun', () => {
  test('at once where nothing else is said', () => {
    expect(heldLessons(outline({}), done(), now).size).toBe(0);
  });

  test('from its hour on, as the clocks of the course’s zone show it', () => {
    const course = outline({ opens: '2026-12-01 09:00' });
    expect([...heldLessons(course, done(), now)]).toEqual([
      ['c', 'Opens 1 December 2026, 09:00 (Asia/Shanghai).'],
    ]);
    expect(heldLessons(course, done(), at('2026-12-01T01:00:00Z')).size).toBe(0);
  });

  test('from the first minute of its day on, when no hour is said', () => {
    const course = outline({}, [lesson('c', { opens: '2026-12-01' })]);
    expect(heldLessons(course, done(), at('2026-11-30T15:59:00Z')).has('c')).toBe(true);
    expect(heldLessons(course, done(), at('2026-11-30T16:00:00Z')).has('c')).toBe(false);
  });

  test('when the module it waits for is complete', () => {
    const course = outline({ after: 'first' });
    expect(heldLessons(course, done('a'), now).get('c')).toBe('Opens when “The first” is complete.');
    expect(heldLessons(course, done('a', 'b'), now).size).toBe(0);
  });

  test('when every lesson it needs is complete', () => {
    const course = outline({}, [lesson('c', { prerequisites: ['a', 'b'] })]);
    expect(heldLessons(course, done(), now).get('c')).toBe(
      'Opens when “Lesson a” and “Lesson b” are complete.',
    );
    expect(heldLessons(course, done('b'), now).get('c')).toBe('Opens when “Lesson a” is complete.');
    expect(heldLessons(course, done('a', 'b'), now).size).toBe(0);
  });

  test('when it was begun before, whatever a newer edition says', () => {
    expect(heldLessons(outline({ opens: '2030-01-01' }), done('c'), now).size).toBe(0);
  });

  test('when what it waits for is no longer in the course', () => {
    expect(heldLessons(outline({ after: 'gone' }), done(), now).size).toBe(0);
  });

  test('in UTC where the edition names no zone', () => {
    const { modules } = outline({ opens: '2026-12-01 01:00' });
    expect(heldLessons({ modules }, done(), now).get('c')).toContain('(UTC)');
    expect(heldLessons({ modules }, done(), at('2026-12-01T01:00:00Z')).size).toBe(0);
  });
});

test('local time sorts as text, over the night of a clock change too', () => {
  expect(localTime(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30');
  expect(localTime(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30');
  expect(localTime(at('2026-10-25T02:00:00Z'), 'Europe/Berlin')).toBe('2026-10-25 03:00');
});

test('a release in words has its zone, and an hour only where one was given', () => {
  expect(releaseInWords('2026-12-01', 'UTC')).toBe('1 December 2026 (UTC)');
});

test('a zone is one that the platform knows', () => {
  expect([isZone('Asia/Shanghai'), isZone('UTC'), isZone('Mars/Olympus'), isZone('')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('the public syllabus', () => {
  test('says of a module and of a lesson in it what each waits for, for somebody who begins now', () => {
    const course = outline({ after: 'first' }, [lesson('c', { opens: '2026-12-01 09:00' }), lesson('d')]);
    const said = (time: Date) => [...releasesToCome(course, time)].map(([{ id }, why]) => [id, why]);
    expect(said(now)).toEqual([
      ['second', 'Opens when “The first” is complete.'],
      ['c', 'Opens 1 December 2026, 09:00 (Asia/Shanghai).'],
    ]);
    expect(said(at('2026-12-01T01:00:00Z'))).toEqual([['second', 'Opens when “The first” is complete.']]);
  });

  test('says nothing where nothing waits, in a course without a zone too', () => {
    expect(releasesToCome({ modules: outline({}).modules }, now).size).toBe(0);
  });
});
