// Finds a Chromium for the e2e tests or installs one: Playwright's own, else the distribution's package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function installed() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find((path) => existsSync(path)) ?? null;
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** Whether a way to a browser worked. Quiet: where one fails the next is tried, and the last error says it all. */
const run = (command, args, seconds) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: seconds * 1000 }).status === 0;

/** Debian and its kin, as root or where sudo asks no password. */
function fromDistribution() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, rest, 600);
  };
  if (!existsSync('/usr/bin/apt-get')) return false;
  return (
    apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  );
}

/** The path of a Chromium that runs here. Throws with what to do when none can be had. */
export async function findBrowser() {
  const present = installed() ?? (await playwrights());
  if (present) return present;
  console.log('Installing a browser for the tests (once) …');
  if (run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 240)) {
    const path = await playwrights();
    if (path) return path;
  }
  if (fromDistribution()) {
    const path = installed();
    if (path) return path;
  }
  const bundled = await bundledChromium();
  if (bundled) return bundled;
  throw new Error(
    'No Chromium was found and none could be installed. Install one, or name it in CHROMIUM_PATH.',
  );
}

/** For people without root: a Chromium that an npm package carries, unpacked under .test/. */
async function bundledChromium() {
  const folder = resolve('.test/browser');
  const home = join(folder, 'node_modules/@sparticuz/chromium');
  const npm = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '@sparticuz/chromium@147.0.0',
  ];
  mkdirSync(folder, { recursive: true });
  if (!existsSync(home) && !run('npm', npm, 300)) return null;
  // It unpacks itself into the folder for temporary files.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import(pathToFileURL(join(home, 'build/esm/index.js')).href);
    return await chromium.executablePath();
  } catch {
    return null;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}
