// `node bench/quizzes-alone.mjs`: only the figures of a class that takes a quiz.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { freePort, newPassword, startPostgres, temporaryFolder } from '../scripts/lib/postgres.mjs';
import { startSite } from './processes.mjs';
import { quizzesReport, replaceQuizzesReport } from './quizzes-report.mjs';

register();
const { benchQuizzes } = await import('./quizzes.ts');
const folder = temporaryFolder('platform-quizzes-');
const secret = randomBytes(36).toString('base64url');
const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), password: newPassword() });
const site = await startSite({ url: postgres.url, port: await freePort(), secret });
try {
  const quizzes = await benchQuizzes(site, postgres.url, secret);
  replaceQuizzesReport(quizzes);
  console.log(quizzesReport(quizzes));
} finally {
  await site.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
