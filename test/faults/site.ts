import { type ChildProcess, spawn } from 'node:child_process';

export type Site = {
  origin: string;
  /** Resolves when it answers. */
  start: () => Promise<void>;
  /** Sends a signal to the whole group of processes, as a terminal does, and waits for their end. */
  end: (signal: NodeJS.Signals) => Promise<void>;
};

/** The production site on a port of its own, to be killed and started again. */
export function makeSite(command: string[], port: number, env: Record<string, string | undefined>): Site {
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const start = () =>
    new Promise<void>((ready, failed) => {
      const [program = '', ...args] = command;
      let output = '';
      child = spawn(program, args, {
        detached: true,
        env: { ...process.env, PORT: String(port), AUTH_URL: origin, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const early = () => failed(new Error(`The site did not start:\n${output}`));
      child.once('exit', early);
      const onData = (chunk: Buffer) => {
        output += chunk;
        if (!output.includes('Ctrl-C')) return;
        child?.off('exit', early);
        ready();
      };
      child.stdout?.on('data', onData);
      child.stderr?.on('data', onData);
    });
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      const group = child?.pid;
      if (!group || child?.exitCode !== null || child.signalCode !== null) return done();
      child.once('close', () => done());
      process.kill(-group, signal);
    });
  return { origin, start, end };
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** How long it takes until `attempt` succeeds, in ms. */
export async function timeUntil(attempt: () => Promise<boolean>, most: number): Promise<number> {
  const start = performance.now();
  while (!(await attempt().catch(() => false))) {
    if (performance.now() - start > most) throw new Error(`It did not come back within ${most} ms.`);
    await sleep(25);
  }
  return Math.round(performance.now() - start);
}
