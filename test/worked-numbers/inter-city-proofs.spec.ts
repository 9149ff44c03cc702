import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says, shows } = lesson('inter-city-proofs');

const hash = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (text: string): Buffer => hash(Buffer.of(0), Buffer.from(text));
const node = (left: Buffer, right: Buffer): Buffer => hash(Buffer.of(1), left, right);
const hex = (bytes: Buffer): string => bytes.toString('hex');

const clinic = (number: number, state: string): Buffer => leaf(`Clinic ${number}: licence ${state}`);
const rootWith = (fourteenth: Buffer): Buffer =>
  node(node(clinic(12, 'valid'), clinic(13, 'valid')), node(fourteenth, clinic(15, 'valid')));
const root = rootWith(clinic(14, 'expired'));

const offices = ['Mill', 'Bridge', 'Market', 'School', 'Station', 'Theatre', 'Pharmacy'];
const list = hash(Buffer.from(offices.join('\n')));
const header = `chain A\nheight 41\nprevious ${hex(hash(Buffer.from('header 40')))}\nvalidators ${hex(list)}\nroot ${hex(root)}`;

test('the header of height 41', () => {
  const begun = [root, list, hash(Buffer.from(header))].map((bytes) => hex(bytes).slice(0, 8));
  says(`\`${begun.join(' ')} ${header.length}\``, `${header.length} bytes long`);
});

test('the record as it is, and as somebody shows it', () => {
  for (const bytes of [clinic(14, 'valid'), rootWith(clinic(14, 'valid')), root, clinic(14, 'expired')])
    shows(hex(bytes));
});

const needed = (validators: number): number => Math.floor((2 * validators) / 3) + 1;

test('how many signatures are needed, and what two groups share', () => {
  for (const n of [4, 7, 10, 100])
    says(
      `| ${String(n).padEnd(10)} | ${String(needed(n)).padEnd(17)} | ${String(2 * needed(n) - n).padEnd(30)} | ${String(Math.floor((n - 1) / 3)).padEnd(27)} |`,
    );
  says(`answer="${needed(13)}"`, `answer="${2 * needed(13) - 13}"`);
  expect(needed(9)).toBe(7);
  says('More than two thirds of nine is seven');
});

test('the weight of a proof', () => {
  const path = Math.ceil(Math.log2(1_000_000)) * 32;
  const signatures = needed(7) * 64;
  says(`which is ${path} bytes`, `make ${signatures},`);
  says(`${(path + signatures + header.length).toLocaleString('en')} bytes in all`);
});
