import { expect, test } from 'vitest';
import { withinRate } from './rate';

const minute = 60_000;
const tries = (userId: string, count: number, now: number) =>
  Array.from({ length: count }, () => withinRate(userId, now)).filter(Boolean).length;

test('a person writes sixty times a minute, and no more', () => {
  expect(tries('one', 100, 10 * minute)).toBe(60);
  expect(withinRate('one', 11 * minute - 1)).toBe(false);
});

test('the next minute begins anew', () => {
  tries('two', 100, 20 * minute);
  expect(withinRate('two', 21 * minute)).toBe(true);
});

test('one person does not use up what another may', () => {
  tries('three', 100, 30 * minute);
  expect(tries('four', 60, 30 * minute)).toBe(60);
});

test('saving and previewing have allowances of their own', () => {
  expect(tries('five', 61, 50 * minute)).toBe(60);
  const saved = Array.from({ length: 200 }, () => withinRate('five', 50 * minute, 'save'));
  expect(saved.filter(Boolean)).toHaveLength(180);
  const previewed = Array.from({ length: 400 }, () => withinRate('five', 50 * minute, 'read'));
  expect(previewed.filter(Boolean)).toHaveLength(300);
  expect(tries('six', 60, 50 * minute)).toBe(60);
});

test('very many people in one minute do not fill the memory', () => {
  for (let person = 0; person < 25_000; person += 1) withinRate(`person-${person}`, 40 * minute);
  expect(withinRate('one more', 40 * minute)).toBe(true);
});
