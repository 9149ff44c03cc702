import { expect, test } from 'vitest';
import { cellsByHead, isDeleted, leftOut, manifestOf, manifestProblem } from './oneroster';

const manifest = (properties: Record<string, string>) =>
  manifestOf(Object.entries(properties).map((cells, index) => ({ line: index + 1, cells })));

test.each([
  [{}, null],
  [{ propertyName: 'value', 'oneroster.version': '1.2', 'file.users': 'bulk' }, null],
  [{ 'OneRoster.Version': '1.1', 'file.classes': 'absent' }, null],
  [{ 'oneroster.version': '2.0' }, 'oneroster-version'],
  [{ 'oneroster.version': '1.2', 'file.enrollments': 'Delta' }, 'oneroster-delta'],
] as const)('the manifest %j: %s', (properties, problem) => {
  expect(manifestProblem(manifest(properties))).toBe(problem);
});

test('a manifest of empty lines says nothing', () => {
  expect(manifestOf([{ line: 1, cells: [] }]).get('')).toBe('');
});

test('cells are found by their heads, in any order; what is missing is empty', () => {
  const cell = cellsByHead(['Email', 'sourcedid'], ['sourcedId', 'email', 'status']);
  expect(cell(['a@b.cd', ' 7 '], 'sourcedId')).toBe('7');
  expect(cell(['a@b.cd', ' 7 '], 'email')).toBe('a@b.cd');
  expect(cell(['a@b.cd', ' 7 '], 'status')).toBe('');
  expect(cell([], 'email')).toBe('');
});

test('what the system marks for deletion, and classes that were not chosen, do not count', () => {
  const row = (taught: string, status = '') => ['1', 'a@b.cd', 'A', 'B', taught, status];
  expect(leftOut(row('3B'), undefined)).toBeNull();
  expect(leftOut(row('3B'), ['3B'])).toBeNull();
  expect(leftOut(row('3B'), ['3C'])).toContain('not chosen');
  expect(leftOut(row('3B', 'tobedeleted'), ['3B'])).toContain('deletion');
  expect(leftOut([], ['3B'])).toContain('not chosen');
  expect([isDeleted('toBeDeleted'), isDeleted('active')]).toEqual([true, false]);
});
