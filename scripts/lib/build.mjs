// Builds the site when a source file changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'app',
  'components',
  'features',
  'rules',
  'kinds',
  'db/queries',
  'db/schema',
  'db/client.ts',
  'db/prepared.ts',
  'server',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const stamp = '.next/built-from';

/** The files of a folder, or a file, without what only proves them. */
export function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
  } else if (!/\.(spec|e2e)\.tsx?$/.test(path)) yield path;
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => [...filesUnder(path)]))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

export function buildWhenStale() {
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building the site …');
  const result = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    console.error(result.stdout, result.stderr);
    throw new Error('The build failed.');
  }
  writeFileSync(stamp, wanted);
}
