import { expect, test } from 'vitest';
import { stepped } from './use-steps';

const begun = { past: [], now: {}, future: [], typing: null };
const type = (field: string, value: string) => ({ do: 'type', field, value }) as const;
const after = (...actions: Parameters<typeof stepped>[1][]) =>
  actions.reduce(stepped, begun as Parameters<typeof stepped>[0]);

test('typing on in a field is one step, and each other change is one of its own', () => {
  const typed = after(type('a', '1'), type('a', '12'), type('b', 'x'));
  expect(typed.now).toEqual({ a: '12', b: 'x' });
  expect(stepped(typed, { do: 'undo' }).now).toEqual({ a: '12' });
  expect(stepped(stepped(typed, { do: 'undo' }), { do: 'undo' }).now).toEqual({});
});

test('what was undone is done again, until something else is done', () => {
  const undone = after(type('a', '1'), { do: 'set', values: {} }, { do: 'undo' });
  expect(undone.now).toEqual({ a: '1' });
  expect(stepped(undone, { do: 'redo' }).now).toEqual({});
  expect(stepped(undone, type('a', '2')).future).toEqual([]);
});

test('where there is nothing to undo or to do again, nothing happens', () => {
  expect(after({ do: 'undo' }, { do: 'redo' })).toEqual(begun);
  expect(after(type('a', '1'), { do: 'replace', values: { b: '2' } })).toEqual({
    ...begun,
    now: { b: '2' },
  });
});
