// `npm run db:migrate`: applies the missing migrations to DATABASE_URL, as a step of its own before a release.
import { migrateDatabase } from '@/db/migrate';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('Set DATABASE_URL to the database to migrate.');
  console.error('Without one, `npm start` migrates its own database each time it starts.');
  process.exit(1);
}
try {
  await migrateDatabase(url);
  console.log('The database is up to date.');
} catch (error) {
  const { cause, message } = error as Error;
  console.error(`The database was not migrated: ${(cause as Error | undefined)?.message ?? message}`);
  process.exitCode = 1;
}
