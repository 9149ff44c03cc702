import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { newPassword, startPostgres, temporaryFolder } from '../scripts/lib/postgres.mjs';

/** One PostgreSQL of its own for all specs, on a free port, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = temporaryFolder('platform-specs-');
  const postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    password: newPassword(),
    flags: ['fsync=off', 'full_page_writes=off'],
  });
  // The workers are started after this and inherit it.
  process.env.TEST_DATABASE_URL = postgres.url;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
