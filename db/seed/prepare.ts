import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { importCourse } from '@/features/authoring/import-course';
import { heldStore } from '@/server/jobs/held-store';
import type { AssetStore } from '@/server/storage';
import { connect } from '../client';
import { migrateDatabase } from '../migrate';
import { type DemoAccount, seedDemoAccounts } from './demo-accounts';

/** Brings a database up to date: migrations, then the bundled courses, then (embedded only) demo accounts. */
export async function prepareDatabase(
  url: string,
  options: { demo: boolean; content?: string; store?: AssetStore },
): Promise<{ demoAccounts: DemoAccount[] }> {
  await migrateDatabase(url);
  const { db, sql } = connect(url, { max: 2 });
  try {
    const root = options.content ?? 'content';
    const store = options.store && heldStore(options.store, () => db);
    for (const name of (await readdir(root)).sort()) {
      const { message } = await importCourse(db, join(root, name), store);
      if (message) console.log(message);
    }
    return { demoAccounts: options.demo ? await seedDemoAccounts(db) : [] };
  } finally {
    await sql.end();
  }
}
