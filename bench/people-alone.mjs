// `node bench/people-alone.mjs`: only the figures of the tables of people, on a PostgreSQL of their own.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { newPassword, startPostgres, temporaryFolder } from '../scripts/lib/postgres.mjs';
import { peopleReport, replacePeopleReport } from './people-report.mjs';

register();
const { benchPeople } = await import('./people.ts');
const folder = temporaryFolder('platform-people-');
const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), password: newPassword() });
try {
  const people = await benchPeople(postgres.url);
  replacePeopleReport(people);
  console.log(peopleReport(people));
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
