import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { priceAt } from '@/kinds/labs/receivable/price';
import { lesson } from './lesson';

const { says } = lesson('receivables');

const DISCOUNT = 240;
const whole = 480_000;
const part = 150_000;
const digits = (n: number): string => n.toLocaleString('en');

test('the parts add up, and the bank keeps its discount', () => {
  const price = priceAt(part, DISCOUNT);
  const kept = part - price;
  const yearly = (((kept / price) * 365) / 180) * 100;
  says(
    `It keeps ${digits(whole - part)}. Together they are ${digits(whole)}`,
    `${digits(part)} × (10,000 − ${DISCOUNT}) ÷ 10,000 = ${digits(price)}`,
    `The bank has earned ${digits(kept)}.`,
    `${digits(kept)} ÷ ${digits(price)} × 365 ÷ 180 = ${yearly.toFixed(2)} percent`,
  );
});

test('what lenders lose by a double pledge and by a fake', () => {
  const price = priceAt(whole, DISCOUNT);
  says(
    `${digits(whole)} × ${digits(10_000 - DISCOUNT)} ÷ 10,000 = ${digits(price)}`,
    `| ${digits(3 * price)} | ${digits(whole)} | ${digits(3 * price - whole)} |`,
    `| ${digits(price)} | 0 | ${digits(price)} |`,
  );
});

test('the answers of the questions', () => {
  says(`answer="${priceAt(200_000, DISCOUNT)}"`, '20,000 go to one workshop and 25,000');
  expect(90_000 - 20_000 - 25_000).toBe(45_000);
});

test('the fingerprints, which a comma changes', () => {
  const fingerprint = (amount: string): string =>
    createHash('sha256')
      .update(`A-0417|Donghe Castings|Hongshan Tractors|${amount}|2027-03-01`)
      .digest('hex')
      .slice(0, 16);
  says(`\n${fingerprint('480000')} True\n${fingerprint('480000.00')} False\n`);
});
