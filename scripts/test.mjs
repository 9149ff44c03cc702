// `npm test`: installs what the tests need, builds, and runs every suite; the last line has the counts.
import { spawn, spawnSync } from 'node:child_process';
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
/** What failed, told again before the counts: whoever sees only the end of the output finds it there. */
const failures = [];

/** Runs one suite; its counts come from the report it writes, so that a suite that dies counts as failed. */
function suite(title, args, report, count, env = {}) {
  console.log(`\n== ${title}`);
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let result = { passed: 0, failures: [] };
  try {
    result = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error(`${title} wrote no report.`);
  }
  // A suite that ended badly, or ran nothing, has failed whatever it counted.
  const ran = result.passed + result.failures.length > 0;
  if ((status !== 0 && result.failures.length === 0) || !ran)
    result.failures.push(ran ? `it ended with ${status}` : 'nothing ran');
  passed += result.passed;
  failures.push(...result.failures.map((failure) => `${title}: ${failure}`));
}

/** A test, and in one line why it failed. */
const told = (name, message = '') => `${name}\n    ${message.split('\n').slice(0, 3).join('\n    ')}`;

const vitest = (json) => {
  const tests = json.testResults.flatMap(({ assertionResults }) => assertionResults);
  const passing = tests.filter(({ status }) => status === 'passed').length;
  const bad = tests.filter(({ status }) => status !== 'passed');
  // A file that cannot even be read has no tests to count.
  const unread = json.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status === 'passed'),
  );
  return {
    passed: passing,
    failures: [
      ...bad.map(({ fullName, failureMessages }) => told(fullName, failureMessages[0])),
      ...unread.map(({ name, message }) => told(name, message)),
    ],
  };
};

const specsIn = (suites, trail) =>
  (suites ?? []).flatMap((suite) => [
    ...suite.specs.map((spec) => ({ ...spec, name: [...trail, suite.title, spec.title].join(' › ') })),
    ...specsIn(suite.suites, [...trail, suite.title]),
  ]);
const playwright = (json) => {
  const journeys = specsIn(json.suites, []).flatMap(({ name, tests }) =>
    tests.map((test) => ({ ...test, name })),
  );
  const good = journeys.filter(({ status }) => status === 'expected');
  return {
    passed: good.length,
    failures: [
      ...journeys
        .filter((journey) => !good.includes(journey))
        .map(({ name, results }) => told(name, results.at(-1)?.error?.message)),
      ...json.errors.map(({ message }) => told('before any journey', message)),
    ],
  };
};

const vitestCli = 'node_modules/vitest/vitest.mjs';
const reporters = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

// Where there is no browser, a minute of waiting for the network goes by beside the checks and the specs.
const finder = "import('./scripts/lib/browser.mjs').then(({ findBrowser }) => findBrowser())";
const looking = new Promise((resolve) => {
  spawn(process.execPath, ['-e', finder], { stdio: 'ignore' }).once('exit', resolve);
});

console.log('== Checks');
const check = spawnSync(process.execPath, ['scripts/check.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
if (check.status === 0) passed += 1;
else failures.push('Checks');

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
  // Found, or told why not: what went wrong beside the specs goes wrong again here, aloud.
  await looking;
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
  failures.push(`Building or finding a browser: ${error.message}`);
}

for (const failure of failures) console.log(`\n✘ ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
