import { expect, test } from 'vitest';
import { listSoFar } from './roster-seen';

const keys = (email: string | null, externalId: string | null = null) => ({ email, externalId });

test('the first row that counts stands for its person, by the address and by the id', () => {
  const list = listSoFar();
  list.add(keys('a@b.cd', '1'), 2, false);
  expect(list.earlier(keys('a@b.cd', '1'))).toBeNull();
  list.add(keys('a@b.cd', '1'), 3, true);
  list.add(keys('a@b.cd', '1'), 4, false);
  expect(list.earlier(keys('a@b.cd', '9'))).toEqual({ line: 3, column: 'email' });
  expect(list.earlier(keys('x@b.cd', '1'))).toEqual({ line: 3, column: 'externalId' });
  expect(list.earlier(keys('x@b.cd', '2'))).toBeNull();
  expect(list.earlier(keys('x@b.cd'))).toBeNull();
  expect(list.earlier(keys(null, null))).toBeNull();
});

test('a row that does not count names its person all the same', () => {
  const list = listSoFar();
  list.add(keys('a@b.cd', '1'), 2, false);
  expect(list.names(keys('a@b.cd'))).toBe(true);
  expect(list.names(keys(null, '1'))).toBe(true);
  expect(list.names(keys('b@b.cd', '2'))).toBe(false);
  expect(list.names(keys(null))).toBe(false);
});
