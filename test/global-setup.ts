import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { newPassword, startPostgres } from '../scripts/lib/postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One PostgreSQL of its own for all specs, on a free port, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(process.env.TEST_FOLDER ?? tmpdir(), 'platform-specs-'));
  const postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    password: newPassword(),
    flags: ['fsync=off', 'full_page_writes=off'],
  });
  project.provide('databaseUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
