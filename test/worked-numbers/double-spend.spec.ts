import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says, shows } = lesson('double-spend');

const head = (texts: readonly string[]): string =>
  texts.reduce(
    (previous, text, at) => createHash('sha256').update(`${at}|${previous}|${text}`).digest('hex'),
    '0'.repeat(64),
  );

type Payment = readonly [payee: 'Bo' | 'Chen', amount: number];

/** What each has in the end where payments of Ana, who has 10, are taken as they come and refused when too high. */
const settle = (order: readonly Payment[]) => {
  const money = { Ana: 10, Bo: 0, Chen: 0 };
  for (const [payee, amount] of order) {
    if (money.Ana < amount) continue;
    money.Ana -= amount;
    money[payee] += amount;
  }
  return money;
};
const printed = (order: readonly Payment[]): string => {
  const { Ana, Bo, Chen } = settle(order);
  return `{'Ana': ${Ana}, 'Bo': ${Bo}, 'Chen': ${Chen}}`;
};

test('the heads of both orders', () => {
  const entries = ['Ana pays Bo 10', 'Ana pays Chen 10'];
  shows(head(entries));
  shows(head([...entries].reverse()));
});

test('what the program prints, and that 6 and 4 come out alike', () => {
  const [p, q]: [Payment, Payment] = [
    ['Bo', 10],
    ['Chen', 10],
  ];
  says(`\n${printed([p, q])}\n${printed([q, p])}\n`);
  const { Ana, Bo, Chen } = settle([
    ['Chen', 4],
    ['Bo', 6],
  ]);
  says(`In either order she ends with ${Ana}, Bo with ${Bo} and Chen with ${Chen}`);
});

test('the orders of a few entries, and the votes of a cheat', () => {
  const orders = (n: number): number => (n < 2 ? 1 : n * orders(n - 1));
  says(`Five entries can stand in ${orders(5)} orders, ten in ${orders(10).toLocaleString('en')}`);
  says(`answer="${orders(4)}"`);
  const [honest, made] = [4, 5];
  if (made <= honest) throw new Error('no majority');
  says('Four honest nodes and five nodes that one cheat has started make nine votes', 'Five of the nine');
});
