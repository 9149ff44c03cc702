import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says, shows } = lesson('merkle-tree');

const hash = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (text: string): Buffer => hash(Buffer.of(0), Buffer.from(text));
const node = (left: Buffer, right: Buffer): Buffer => hash(Buffer.of(1), left, right);

const pairs = <T>(level: readonly Buffer[], join: (left: Buffer, right: Buffer) => T): T[] =>
  level.flatMap((left, at) => {
    const right = level[at + 1];
    return at % 2 === 0 && right ? [join(left, right)] : [];
  });

const certificates = Array.from({ length: 8 }, (_, at) => `certificate ${at}: batch ${10 + at} passed`);
const leaves = certificates.map(leaf);
const nodes = pairs(leaves, node);
const upper = pairs(nodes, node);
const root = pairs(upper, node)[0] ?? Buffer.of();
const hex = (bytes: Buffer | undefined): string => bytes?.toString('hex') ?? 'nothing';

test('the root of the day, and every step of the proof of certificate 5', () => {
  says(`\n${hex(root)}\n`);
  for (const step of [leaves[5], leaves[4], nodes[2], nodes[3], upper[1], upper[0], root]) shows(hex(step));
});

test('a ninth certificate: its leaf is the whole proof that the eight before it stand as they were', () => {
  const ninth = leaf('certificate 8: batch 18 passed');
  says(`\`${hex(ninth).slice(0, 8)}...\`), is the whole proof`);
  says(`gets today's root, \`${hex(node(root, ninth)).slice(0, 8)}...\``);
});

test('64 bytes pass for a certificate where leaves and nodes are hashed alike, and nowhere else', () => {
  const bare = certificates.map((text) => hash(Buffer.from(text)));
  const bareNodes = pairs(bare, (left, right) => hash(left, right));
  const bareUpper = pairs(bareNodes, (left, right) => hash(left, right));
  const fake = Buffer.concat(bare.slice(0, 2));
  const climbed = hash(hash(hash(fake), bareNodes[1] ?? fake), bareUpper[1] ?? fake);
  says(`It prints \`${fake.length} ${climbed.equals(hash(...bareUpper)) ? 'True' : 'False'}\``);
  const two = Buffer.concat(leaves.slice(0, 2));
  shows(hex(hash(Buffer.of(0), two)));
  shows(hex(hash(Buffer.of(1), two)));
});

test('the length of a proof', () => {
  for (const records of [8, 1_000, 1_000_000, 1_000_000_000]) {
    const digests = Math.ceil(Math.log2(records));
    says(`| ${records.toLocaleString('en').padEnd(13)} | ${String(digests).padEnd(27)} | ${32 * digests}`);
  }
});
