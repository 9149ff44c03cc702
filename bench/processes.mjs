// The processes of a bench: the site as `npm start` runs it, the bare server, and the rounds of load.
import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ended = (child) =>
  new Promise((done) =>
    child.exitCode !== null || child.signalCode !== null ? done() : child.once('exit', done),
  );

/** Starts the production site in one process on a database. */
export async function startSite({ url, port, secret }) {
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: url,
    AUTH_SECRET: secret,
    AUTH_URL: origin,
    PORT: String(port),
    BENCH: '1',
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready, failed) => {
    child.once('exit', () => failed(new Error('The site did not start.')));
    child.stdout.on('data', (chunk) => String(chunk).includes('Ctrl-C') && ready());
  });
  return {
    origin,
    pid: child.pid,
    stop: () => {
      child.kill('SIGINT');
      return ended(child);
    },
  };
}

/** Starts the bare server; it reads what it replays from a file. */
export async function startBare(file) {
  const child = fork('bench/bare.mjs', [file]);
  const { port } = await new Promise((ready, failed) => {
    child.once('exit', () => failed(new Error('The bare server did not start.')));
    child.once('message', ready);
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: () => {
      child.disconnect();
      return ended(child);
    },
  };
}

/** Has a process of its own enroll a list of people and undo it again. */
export function benchBatches(url, people = 100_000) {
  const child = fork('bench/batches.ts', { execArgv: ['--import', 'tsx'] });
  child.send({ url, people });
  return new Promise((done, failed) => {
    child.once('message', done);
    child.once('exit', (code) => code && failed(new Error('The list of the bench was not carried out.')));
  });
}

/** One round of load from a process of its own. */
export function load(job) {
  const child = fork('bench/load.mjs');
  child.send(job);
  return new Promise((done, failed) => {
    child.once('message', done);
    child.once('exit', (code) => code && failed(new Error('The client of the bench failed.')));
  });
}

/** Processor time that a process has used so far, in ms; null where the system does not tell. */
export function cpuTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
