import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gate-types-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of an operation with this line as its policy; empty when it compiles. */
async function compile(name: string, allow: string): Promise<string> {
  writeFileSync(
    join(folder, `${name}.ts`),
    `import * as z from 'zod';
import { isOwn, isSignedIn } from '@/rules/access';
import { operation } from '@/server/operation';

export const policies = { isOwn, isSignedIn };
export const readThing = operation({
  name: 'read-thing',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ id: z.string() }),
  subject: async (_db, { id }) => ({ title: id }),
  ${allow}
  run: async ({ subject }) => subject.title,
});
`,
  );
  const config = join(folder, `${name}.json`);
  const compilerOptions = {
    incremental: false,
    plugins: [],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: { '@/*': [join(root, '*')], zod: [join(root, 'node_modules/zod')] },
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions,
      include: [],
      files: [`${name}.ts`],
    }),
  );
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin/tsc'), ['-p', config, '--noEmit'], (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}` : ''),
    );
  });
}

test('an operation with a policy for its subject compiles', async () => {
  expect(await compile('good', 'allow: isSignedIn,')).toBe('');
});

test('an operation without a policy does not compile', async () => {
  const errors = await compile('missing', '');
  expect(errors).toContain('missing.ts(6,');
  expect(errors).toContain("Property 'allow' is missing");
});

test('a policy that judges what the subject does not have does not compile', async () => {
  expect(await compile('wrong', 'allow: isOwn,')).toContain('ownerId');
});
