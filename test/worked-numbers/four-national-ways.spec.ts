import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('four-national-ways');

const CRORE = 10_000_000;
const borne = (nodes: number): number => Math.floor((nodes - 1) / 3);

test('the documents of India, per day since the launch', () => {
  const days = (Date.parse('2025-10-21') - Date.parse('2024-09-04')) / 86_400_000;
  says(`there are ${days} days, so ${Math.round((34 * CRORE) / days).toLocaleString('en')} documents a day`);
  says(`"over 34 crore documents", ${(34 * CRORE) / 1e6} million`);
  says(`64.76 crore rupees, which is ${(64.76 * CRORE) / 1e6} million`);
});

test('how many lying nodes can be borne', () => {
  for (const nodes of [3, 4, 7, 40])
    says(`| ${String(nodes).padEnd(5)} | ${String(borne(nodes)).padEnd(29)} |`);
  says(`answer="${borne(22)}"`);
});
