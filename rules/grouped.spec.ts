import { expect, test } from 'vitest';
import { grouped } from './grouped';

test('entries stand with those of the same key, in the order in which the keys first come', () => {
  expect([...grouped(['b1', 'a1', 'b2'], (entry) => entry.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
