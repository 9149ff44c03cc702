import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { commitmentTo, digestsOf } from '@/kinds/labs/disclose/claims';
import { lesson } from './lesson';

const { says, shows } = lesson('credentials-jobs-pensions-medical');
const sha = (text: string) => createHash('sha256').update(text);

const claims = [
  { salt: '1d6f0a93c25be847a0f31c6d94b7e258', name: 'name', value: 'Lin Yue' },
  { salt: '8e24b7d05f91a36c72e8054bd1f9ca63', name: 'degree', value: 'yes' },
  { salt: 'b05c93e1742da86f1e9d37f048c2ab65', name: 'born', value: '1999-04-12' },
];

test('three lines, their digests and one commitment, as the lab makes them', () => {
  for (const { salt, name, value } of claims) says(`'["${salt}","${name}","${value}"]'`);
  const digests = digestsOf(claims);
  says(`\n${[...digests, 'commitment', commitmentTo(digests)].join('\n')}\n`);
  const degree = digestsOf(claims.slice(1, 2))[0] ?? '';
  expect(digests).toContain(degree);
  shows(degree);
  shows(commitmentTo(digests));
});

test('without salt both answers can be tried', () => {
  for (const value of ['yes', 'no']) shows(sha(`["degree","${value}"]`).digest('hex'));
});

test('the example of RFC 9901', () => {
  const line = '["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]';
  says(`\`${sha(Buffer.from(line).toString('base64url')).digest('base64url')}\``);
});
