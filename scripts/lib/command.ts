import type { Env } from '@/server/env';
import { storeOf } from '@/server/storage';

/** Says what is wrong and ends. */
export function fail(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** The database that a command works on. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  return url ?? fail('Set DATABASE_URL to the database of the site.');
}

/** The store of its media, by the same settings as the site's. */
export function commandStore() {
  const settings = { S3_REGION: 'us-east-1', ASSETS_DIR: '.data/assets', ...process.env };
  return storeOf(settings as unknown as Env);
}

/** What a failed operation says, in lines. */
export function linesOf(error: unknown): string[] {
  const fields = (error as { fields?: Record<string, string> }).fields;
  if (fields) return Object.entries(fields).map(([field, problem]) => `  ${field}: ${problem}`);
  const { message, file, name } = error as { message?: string; file?: string | null; name?: string };
  if (name === 'NotFound') return ['  There is no such course.'];
  return [`  ${message ?? error}${file ? ` (${file})` : ''}`];
}
