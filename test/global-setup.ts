import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase } from '../db/migrate';
import { newPassword, startPostgres, temporaryFolder } from '../scripts/lib/postgres.mjs';

/** The migrations are applied once, here; the database of a spec file is a copy of what they made. */
async function makeTemplate(url: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe('create database migrated');
  await migrateDatabase(url.replace(/\/postgres$/, '/migrated'));
  await admin.end();
}

/** One PostgreSQL of its own for all specs, on a free port, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = temporaryFolder('platform-specs-');
  const server = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    password: newPassword(),
    flags: ['fsync=off', 'full_page_writes=off'],
  });
  await makeTemplate(server.url);
  // The workers are started after this and inherit it.
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
