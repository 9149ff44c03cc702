import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { connect, type Database } from '@/db/client';

/** A migrated database of its own for one spec file: a copy of the one of `test/global-setup.ts`. Its pool is wide enough for races. */
export async function testDatabase(): Promise<{ db: Database; url: string; close: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('test/global-setup.ts sets TEST_DATABASE_URL');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template migrated`);
  const url = server.replace(/\/postgres$/, `/${name}`);
  const { db, sql } = connect(url, { max: 8 });
  return {
    db,
    url,
    close: async () => {
      await sql.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
