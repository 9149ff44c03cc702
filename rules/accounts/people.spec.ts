import { expect, test } from 'vitest';
import { standingRefusal } from './people';

test('the last administrator stays, and that is the reason even to themselves', () => {
  expect(standingRefusal({ actorId: 'a', personId: 'a', adminIds: ['a'] })).toBe('last-admin');
});

test('nobody changes their own role or standing', () => {
  expect(standingRefusal({ actorId: 'a', personId: 'a', adminIds: ['a', 'b'] })).toBe('not-yourself');
});

test('others may be changed, administrators or not', () => {
  expect(standingRefusal({ actorId: 'a', personId: 'b', adminIds: ['a', 'b'] })).toBeNull();
  expect(standingRefusal({ actorId: 'a', personId: 'c', adminIds: ['a'] })).toBeNull();
});
