// `npm run db:reset -- --yes`: forgets the embedded database. The next `npm start` makes a new one.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedData } from './lib/postgres.mjs';

function refuse(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

if (process.env.DATABASE_URL) {
  refuse('DATABASE_URL is set: only the embedded database is ever removed. Nothing was done.');
}
process.chdir(new URL('..', import.meta.url).pathname);
const { folder, running } = embeddedData(join(process.env.PLATFORM_DATA ?? '.data', 'postgres'));

if (!existsSync(folder)) {
  console.log('There is no embedded database. Nothing was done.');
} else if (!process.argv.includes('--yes')) {
  refuse(
    `This removes every account, enrollment and progress in ${folder}.`,
    'To do so: npm run db:reset -- --yes',
  );
} else if (running) {
  refuse('The site is running on this database. Stop it first. Nothing was done.');
} else {
  rmSync(folder, { recursive: true, force: true });
  console.log('The embedded database is removed. `npm start` makes a new one.');
}
