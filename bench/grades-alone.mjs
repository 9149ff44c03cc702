// `node bench/grades-alone.mjs`: only the figures of the gradebook, on a PostgreSQL of their own.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { newPassword, startPostgres, temporaryFolder } from '../scripts/lib/postgres.mjs';
import { gradesReport, replaceGradesReport } from './grades-report.mjs';

register();
const { benchGrades } = await import('./grades.ts');
const folder = temporaryFolder('platform-grades-');
const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), password: newPassword() });
try {
  const grades = await benchGrades(postgres.url);
  replaceGradesReport(grades);
  console.log(gradesReport(grades));
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
