import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const folders = ['rules', 'kinds', 'features', 'server', 'db', 'components', 'test', 'scripts'];

const specs = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('test/faults/'));

/** A spec that replaces modules, the clock, or what its whole process sees, gets a process of its own. */
const changesItsProcess = (file: string) =>
  /\bvi\.(mock|doMock|stub|spyOn|useFakeTimers)|\bglobalThis\b|\bprocess\.(env|on)\b/.test(
    readFileSync(file, 'utf8'),
  );
const alone = specs.filter(changesItsProcess);

export default defineConfig({
  resolve: { alias: { '@': new URL('.', import.meta.url).pathname.replace(/\/$/, '') } },
  test: {
    globalSetup: './test/global-setup.ts',
    // Two files at a time also where there are two processors: much of a spec is waiting for PostgreSQL.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      AUTH_SECRET: 'only-for-specs-0123456789-abcdefghijklmnop',
      AUTH_URL: 'http://localhost:3000',
      PLATFORM_MODE: 'embedded',
    },
    coverage: { provider: 'v8', include: ['rules/**'], thresholds: { 100: true } },
    projects: [
      { extends: true, test: { name: 'alone', include: alone, globalSetup: [] } },
      // The rest read what they share once: reading it for every file took as long as half of the specs.
      {
        extends: true,
        test: { name: 'shared', include: specs, exclude: alone, isolate: false, globalSetup: [] },
      },
    ],
  },
});
