import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('text-chain');

test('one number as a share of two groups', () => {
  const [listed, claiming, disclosed] = [3000, 500, 40];
  says(`Then ${disclosed} is ${((disclosed / listed) * 100).toFixed(1)} % of the 3,000 listed`);
  expect(listed / claiming).toBe(6);
  says(`Of the ${claiming} that made the claim it is a share six times as large`);
});
