import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('anonymity-with-accountability');

const [P, Q, G, BASE] = [23, 11, 2, 3];
const secrets = [3, 5, 9];
const power = (base: number, exponent: number): number =>
  Array.from({ length: exponent }).reduce<number>((all) => (all * base) % P, 1);
const ring = secrets.map((secret) => power(G, secret));
const image = power(BASE, 5);
const challenge = (vote: string, left: number, right: number): number =>
  Number(
    BigInt(`0x${createHash('sha256').update(`${vote}|${image}|${left}|${right}`).digest('hex')}`) % BigInt(Q),
  );
const pair = (response: number, at: number, key: number): [number, number] => [
  (power(G, response) * power(key, at)) % P,
  (power(BASE, response) * power(image, at)) % P,
];
const closes = (vote: string, first: number, responses: number[]): boolean =>
  first ===
  responses.reduce((at, response, index) => challenge(vote, ...pair(response, at, ring[index] ?? 0)), first);

test('the circle of the second member', () => {
  says(`that is ${ring.slice(0, 2).join(', ')} and ${ring[2]}`, `$3^5$ modulo 23 is ${image}.`);
  const start: [number, number] = [power(G, 7), power(BASE, 7)];
  const third = challenge('for', ...start);
  const atThird = pair(4, third, ring[2] ?? 0);
  const one = challenge('for', ...atThird);
  const atOne = pair(6, one, ring[0] ?? 0);
  const own = challenge('for', ...atOne);
  const response = (((7 - own * 5) % Q) + Q) % Q;
  says(`the text \`for|${image}|${start.join('|')}\``);
  says(`that is ${start.join(', ')}. Next challenge: ${third}, for member 3.`);
  says(`$2^4 \\cdot ${ring[2]}^${third}$ and $3^4 \\cdot ${image}^${third}$, that is ${atThird.join(', ')}.`);
  says(`Next challenge: ${one}, for member 1.`);
  says(`$2^6 \\cdot ${ring[0]}^${one}$ and $3^6 \\cdot ${image}^${one}$, that is ${atOne.join(', ')}.`);
  says(`Next challenge: ${own}, for herself.`, `response $7 - ${own} \\cdot 5 = ${response}$`);
  says(`The pair is ${start.join(', ')} once more`);
  const [two, six] = [power(G, 4), power(ring[2] ?? 0, third)];
  says(`$2^4$ is ${two}, $6^9$ leaves ${six} too, and $${two} \\cdot ${six} = ${two * six} = `);
  says(`${Math.floor((two * six) / P)} \\cdot ${P} + ${(two * six) % P}$`);
  expect(pair(response, own, ring[1] ?? 0)).toEqual(start);
  says(
    `challenge(vote, ${image}, *pair)`,
    `return c == ${one}\n`,
    `challenge ${one}, and the responses 6, ${response}, 4.`,
  );
  const shown = [
    closes('for', one, [6, response, 4]),
    closes('against', one, [6, response, 4]),
    closes('for', one, [6, 3, 4]),
  ];
  says(`\n${shown.map((is) => (is ? 'True' : 'False')).join('\n')}\n`);
});

test('what links and what gives away', () => {
  says(`Her image is $4^5$ modulo 23, which is ${power(4, 5)}.`);
  expect(power(G, 8)).toBe(BASE);
  says(`are ${ring.map((key) => power(key, 8)).join(', ')}`.replace(/, (\d+)$/, ' and $1'));
});

test('a set shrinks', () => {
  const present = [
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 3, 5, 7, 9, 11, 13, 15],
    [3, 6, 9, 12, 15],
    [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  ];
  let hidden = Array.from({ length: 16 }, (_, at) => at + 1);
  const sizes = present.map((seen) => {
    hidden = hidden.filter((one) => seen.includes(one));
    return hidden.length;
  });
  says(`It prints \`${sizes.join(' ')}\``, `is left is number ${hidden.join()}.`, `among at least five`);
  expect(Math.min(...present.map((seen) => seen.length))).toBe(5);
});
