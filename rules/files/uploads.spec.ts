import { expect, test } from 'vitest';
import { isUploadProblem } from './uploads';

test('a problem of an upload is known by its code and by nothing else', () => {
  expect(isUploadProblem('broken')).toBe(true);
  expect(isUploadProblem('toString')).toBe(false);
  expect(isUploadProblem('')).toBe(false);
});
