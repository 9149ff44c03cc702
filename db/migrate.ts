import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any constant will do, as long as every replica takes the same. */
const lock = 726_301_944;

/**
 * Applies the migrations that are missing, on a connection of its own, under an advisory lock: replicas
 * that start together wait for the first one.
 */
export async function migrateDatabase(url: string, migrationsFolder = 'drizzle'): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await migrate(drizzle(sql), { migrationsFolder });
    await sql`select pg_advisory_unlock(${lock})`;
  } finally {
    await sql.end();
  }
}
