import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('post-quantum');

test('Grover, counted', () => {
  const steps = Math.sqrt(2 ** 128);
  says(`about $2^{${Math.log2(steps)}}$ steps`, `about $${(steps / 1e19).toFixed(2)} \\cdot 10^{19}$`);
  const seconds = steps / 1e9;
  const years = seconds / (365.25 * 24 * 60 * 60);
  says(`about $${(seconds / 1e10).toFixed(2)} \\cdot 10^{10}$ seconds. A year has about 31.6 million, so`);
  expect(((365.25 * 24 * 60 * 60) / 1e6).toFixed(1)).toBe('31.6');
  says(`this is some ${Math.round(years)} years`);
  const faster = Math.sqrt(10_000);
  says(`$\\sqrt{10000} = ${faster}$, so it finishes only ${faster} times sooner`);
  expect(Math.ceil(years / faster)).toBe(6);
  says('That is nearly six\nyears');
});

test('the years of a hospital, and of a land office', () => {
  const [x, y] = [30, 8];
  says(`must then hold until year ${x + y}. If $z = 15$`, `up to ${x + y - 15} years too early. If $z = 40$`);
  says(`- [x] For any $z$ below ${20 + 6}`, `$x + y = 20 + 6 = ${20 + 6}$`);
});

test('the bytes of keys and signatures', () => {
  const sizes: [string, number, number][] = [
    ['Ed25519', 32, 64],
    ['ML-DSA-44', 1312, 2420],
    ['SLH-DSA-128s', 32, 7856],
  ];
  const en = (value: number) => value.toLocaleString('en');
  const first = 32 + 64;
  for (const [name, key, signature] of sizes) {
    const both = key + signature;
    const times = both === first ? '' : `, ${Math.round(both / first)} times as much`;
    const sum = `${en(key)} + ${en(signature)} = ${en(both)}`;
    says(`| ${name.padEnd(12)} | ${sum.padEnd(40)} | ${en(2000 * both)} bytes${times}`);
  }
});
