import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import * as policies from '@/rules/access';
import { deeds } from '@/rules/audit/audit-deeds';
import type { AnyOperation } from '@/server/operation';

const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .sort();

const isOperation = (value: unknown): value is AnyOperation =>
  typeof value === 'object' &&
  value !== null &&
  ['name', 'kind', 'by', 'allow', 'run'].every((key) => key in value);

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const found: { file: string; exported: string; op: AnyOperation }[] = [];
for (const file of files) {
  const module: Record<string, unknown> = await import(join(root, 'features', file));
  for (const [exported, value] of Object.entries(module)) {
    if (isOperation(value)) found.push({ file, exported, op: value });
  }
}

const policyOf = (op: AnyOperation) =>
  Object.entries(policies).find(([, policy]) => policy === op.allow)?.[0] ?? null;

test('every operation is exported, so that none is overlooked', () => {
  const declared = files.flatMap((file) => {
    const source = readFileSync(join(root, 'features', file), 'utf8');
    return [...source.matchAll(/\boperation(<[^>]*>)?\(\{/g)].map(() => file);
  });
  expect(declared.length).toBeGreaterThan(0);
  expect(found.map(({ file }) => file)).toEqual(declared);
});

test('an operation is called like its file and its export, and no two are called alike', () => {
  for (const { file, exported, op } of found) {
    expect([file, kebab(exported), basename(file, '.ts')]).toEqual([file, op.name, op.name]);
  }
  expect(new Set(found.map(({ op }) => op.name)).size).toBe(found.length);
});

test('every policy is a named function of rules/access.ts', () => {
  for (const { op } of found) expect([op.name, policyOf(op)]).toEqual([op.name, op.allow.name]);
});

test('every deed of the audit log is a sentence', () => {
  const silent = ({ audit }: AnyOperation) => audit === 'in-ledger' || audit?.toString() === '() => null';
  const audited = found.filter(({ op }) => op.kind === 'write' && !silent(op)).map(({ op }) => op.name);
  expect(audited.filter((name) => !Object.hasOwn(deeds, name))).toEqual([]);
});

test('who may do what is as it was reviewed', async () => {
  const lines = found
    .map(({ file, op }) => {
      const more = `${op.fresh ? ', fresh password' : ''}${op.whileViewing ? ', while viewing' : ''}`;
      return `${file.split('/')[0]}/${op.name} -> ${op.by}, ${op.kind}, ${policyOf(op)}${more}`;
    })
    .sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(root, 'test/permissions.snap.txt'));
});
