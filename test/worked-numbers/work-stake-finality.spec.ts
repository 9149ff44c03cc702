import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says, shows } = lesson('work-stake-finality');

const sha = (text: string): string => hash('sha256', text);

/** The first nonce with which the hash of `head` begins with so many bits of zero, a multiple of four. */
const mine = (head: string, bits: number): number => {
  const zeros = '0'.repeat(bits / 4);
  let nonce = 0;
  while (!sha(`${head}${nonce}`).startsWith(zeros)) nonce += 1;
  return nonce;
};

test('the nonces that the program prints, with tries and hashes', () => {
  const found = [4, 8, 12, 16].map((bits) => [bits, mine('v1|salt|', bits)] as const);
  says(`\n${found.map(([bits, nonce]) => `${bits} ${nonce}`).join('\n')}\n`);
  for (const [bits, nonce] of found) {
    const cells = [bits, 2 ** bits, nonce + 1].map((n) => n.toLocaleString('en'));
    says(`| ${cells.join(' | ')} | \`${sha(`v1|salt|${nonce}`).slice(0, 8)}...\` |`);
    shows(sha(`v1|salt|${nonce}`));
  }
}, 60_000);

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Nakamoto's two steps for each number of blocks that the attacker may have by then. */
const steps = (q: number, z: number) => {
  const lambda = (z * q) / (1 - q);
  return Array.from({ length: z }, (_, k) => ({
    has: (lambda ** k * Math.exp(-lambda)) / factorial(k),
    level: (q / (1 - q)) ** (z - k),
  }));
};

const nakamoto = (q: number, z: number): number => {
  const rows = steps(q, z);
  const fewer = rows.reduce((sum, { has }) => sum + has, 0);
  return rows.reduce((sum, { has, level }) => sum + has * level, 0) + (1 - fewer);
};

const choose = (n: number, k: number): number => {
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
};

/** The exact count, as Rosenfeld gave it. */
const exact = (q: number, z: number): number => {
  const p = 1 - q;
  let sum = 0;
  for (let m = 0; m <= z; m += 1) sum += choose(m + z - 1, m) * (p ** z * q ** m - p ** m * q ** z);
  return 1 - sum;
};

test('the risk of one in ten at depth five, row by row and in all', () => {
  const rows = steps(0.1, 5);
  const lambda = (5 * 0.1) / 0.9;
  const none = Math.exp(-lambda).toFixed(6);
  const oneBlock = (lambda * Math.exp(-lambda)).toFixed(4);
  says(`$\\lambda = ${lambda.toFixed(4)}$, and $e^{-\\lambda}$ is ${none}`);
  says(
    `$${lambda.toFixed(4)} \\cdot ${none} = ${oneBlock}$, and $(0.1/0.9)^4 = ${((0.1 / 0.9) ** 4).toFixed(6)}$`,
  );
  for (const [k, { has, level }] of rows.entries()) {
    says(`| ${k} | ${has.toFixed(6)} | ${level.toFixed(6)} | ${(has * level).toFixed(7)} |`);
  }
  const rest = 1 - rows.reduce((sum, { has }) => sum + has, 0);
  says(`| 5 or more | ${rest.toFixed(6)} | 1 | ${rest.toFixed(7)} |`);
  says(`adds up to ${nakamoto(0.1, 5).toFixed(7)}`);
  says(`Of 10,000 such attacks about ${Math.round(nakamoto(0.1, 5) * 10_000)} succeed`);
  says(`about ${Math.round(exact(0.1, 5) * 10_000)} of 10,000 succeed`);
  says(`This prints \`${nakamoto(0.1, 5).toFixed(7)} ${exact(0.1, 5).toFixed(7)}\``);
  expect(Math.round(exact(0.1, 6) * 1e7)).toBe(5914);
});

test('both counts, and the depths', () => {
  const least = (risk: (z: number) => number): number => {
    let z = 1;
    while (risk(z) >= 0.001) z += 1;
    return z;
  };
  for (const share of [10, 20, 30, 40]) {
    const q = share / 100;
    const risks = [nakamoto(q, 5), exact(q, 5)].map((risk) => `${(risk * 100).toFixed(2)} %`);
    const depths = [least((z) => nakamoto(q, z)), least((z) => exact(q, z))];
    for (const cells of [risks, depths]) says(`| ${[`${share} %`, ...cells].join(' | ')} |`);
  }
});

test('epochs, thirds and the fall in electricity', () => {
  const epoch = 32 * 12;
  says(`${epoch} seconds, or ${Math.floor(epoch / 60)} minutes ${epoch % 60}`);
  const each = (900 * 2) / 3;
  says(`each side needs ${each}, together ${(2 * each).toLocaleString('en')}`);
  says(`at least ${2 * each - 900} have signed both`);
  says(`$1 - 2600/23000000 = ${(1 - 2600 / 23_000_000).toFixed(5)}$`);
  expect(1 - 2600 / 23_000_000).toBeGreaterThan(0.9998);
  says(`$2^4 = ${2 ** 4}$`, `answer="${(6 * 2) / 8}"`, `answer="${2 * 800 - 1200}"`);
});
