// `npm run db:reset -- --yes`: forgets the embedded database. The next `npm start` makes a new one.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

function refuse(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function isRunning(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return false;
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.env.DATABASE_URL) {
  refuse('DATABASE_URL is set: only the embedded database is ever removed. Nothing was done.');
}
process.chdir(new URL('..', import.meta.url).pathname);
const data = resolve(process.env.PLATFORM_DATA ?? '.data', 'postgres');
// Where `lib/postgres.mjs` keeps the files when root starts the site below a closed folder.
const name = createHash('sha256').update(data).digest('hex').slice(0, 12);
const folders = [data, `/var/lib/course-platform-${name}/data`].filter((folder) => existsSync(folder));

if (folders.length === 0) {
  console.log('There is no embedded database. Nothing was done.');
} else if (!process.argv.includes('--yes')) {
  refuse(
    `This removes every account, enrollment and progress in ${folders.join(' and ')}.`,
    'To do so: npm run db:reset -- --yes',
  );
} else if (folders.some(isRunning)) {
  refuse('The site is running on this database. Stop it first. Nothing was done.');
} else {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  console.log('The embedded database is removed. `npm start` makes a new one.');
}
