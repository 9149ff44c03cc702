// `npm test`: installs what the tests need, builds, and runs every suite; the last line has the counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkNode, installWhenNeeded } from './lib/install.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
checkNode();
installWhenNeeded();
const { buildWhenStale } = await import('./lib/build.mjs');
const { findBrowser } = await import('./lib/browser.mjs');

const folder = '.test';
mkdirSync(folder, { recursive: true });
let passed = 0;
let failed = 0;

/** Runs one suite; its counts come from the report it writes, so that a suite that dies counts as failed. */
function suite(title, args, report, count, env = {}) {
  console.log(`\n== ${title}`);
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let result = { passed: 0, failed: 0 };
  try {
    result = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error(`${title} wrote no report.`);
  }
  passed += result.passed;
  failed += result.failed;
  // A suite that ended badly, or ran nothing, has failed whatever it counted.
  if ((status !== 0 && result.failed === 0) || result.passed + result.failed === 0) failed += 1;
}

const vitest = (json) => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests + json.numPendingTests,
});
const playwright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});

const vitestCli = 'node_modules/vitest/vitest.mjs';
const reporters = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

console.log('== Checks');
const check = spawnSync(process.execPath, ['scripts/check.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
if (check.status === 0) passed += 1;
else failed += 1;

suite(
  'Rules and operations',
  [vitestCli, 'run', ...reporters(`${folder}/specs.json`)],
  `${folder}/specs.json`,
  vitest,
);

try {
  buildWhenStale();
  const faults = ['run', '--config', 'test/faults/vitest.config.ts', ...reporters(`${folder}/faults.json`)];
  suite('Faults', [vitestCli, ...faults], `${folder}/faults.json`, vitest);
  const browser = await findBrowser();
  suite(
    'Journeys in a browser',
    ['node_modules/@playwright/test/cli.js', 'test'],
    `${folder}/e2e.json`,
    playwright,
    {
      CHROMIUM_PATH: browser,
    },
  );
} catch (error) {
  console.error(error);
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
