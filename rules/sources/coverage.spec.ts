import { describe, expect, test } from 'vitest';
import { byTheme, coverage, type LessonUse } from './coverage';

const lesson = (id: string, passages: string[], questions: LessonUse['questions'] = []): LessonUse => ({
  id,
  title: id,
  passages,
  objectives: ['Explain it', 'Use it'],
  questions,
});
const question = (id: string, objective: number | null, passage: string | null = null) => ({
  id,
  objective,
  passage,
});
const of = (id: string, passages = [id]) => ({ id, label: id, passages });

describe('a passage', () => {
  test('that no lesson frames is not taught', () => {
    expect(coverage([of('A1')], [lesson('one', ['A2'])])).toEqual([
      { ...of('A1'), cells: [null], standing: 'absent' },
    ]);
  });

  test('is tested by the questions of a lesson that frames it, with their objectives', () => {
    const [row] = coverage(
      [of('A1')],
      [lesson('one', ['A1'], [question('q-1', 2), question('q-2', 1), question('q-3', 2)])],
    );
    expect(row?.standing).toBe('tested');
    expect(row?.cells[0]).toEqual({
      lesson: 'one',
      framed: true,
      tagged: 0,
      untagged: 3,
      objectives: [1, 2],
    });
  });

  test('is not tested by a question that says it tests another', () => {
    const [row] = coverage([of('A1')], [lesson('one', ['A1', 'A2'], [question('q-1', 1, 'A2')])]);
    expect(row?.standing).toBe('untested');
    expect(row?.cells[0]).toMatchObject({ tagged: 0, untagged: 0, objectives: [] });
  });

  test('is tested, but not taught, where only a question speaks of it', () => {
    const [row] = coverage([of('A1')], [lesson('one', [], [question('q-1', null, 'A1')])]);
    expect(row?.standing).toBe('absent');
    expect(row?.cells[0]).toEqual({ lesson: 'one', framed: false, tagged: 1, untagged: 0, objectives: [] });
  });
});

describe('a theme', () => {
  test('is its passages, and what belongs to none is left out', () => {
    const themes = byTheme([
      { id: 'A1', theme: 'Standards' },
      { id: 'A2', theme: null },
      { id: 'A3', theme: 'Standards' },
    ]);
    expect(themes).toEqual([{ id: 'Standards', label: 'Standards', passages: ['A1', 'A3'] }]);
    expect(coverage(themes, [lesson('one', ['A3'])])[0]?.standing).toBe('untested');
  });
});
