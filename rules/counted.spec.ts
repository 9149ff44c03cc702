import { expect, test } from 'vitest';
import { counted } from './counted';

test('one is one, and others are several', () => {
  expect(counted(1, 'problem')).toBe('1 problem');
  expect(counted(0, 'problem')).toBe('0 problems');
  expect(counted(2, 'piece of advice', 'pieces of advice')).toBe('2 pieces of advice');
});
