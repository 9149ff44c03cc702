// What one operation asks of the database.
import type { Database } from '@/db/client';
import { cpuTime } from './processes.mjs';

const turns = 25;

/** Times in ms from asking to the last row, the processor time that PostgreSQL spent, and how many statements. */
export type OperationFigure = { p50: number; p95: number; cpu: number | null; statements: number };

/** The whole of an operation, with all of its statements, over one connection whose statements are prepared. */
export async function measureOperation(
  db: Database,
  of: (turn: number) => (handle: Database) => Promise<unknown>,
): Promise<OperationFigure> {
  const client = db.$client;
  const unsafe = client.unsafe;
  let statements = 0;
  client.unsafe = ((...query: Parameters<typeof unsafe>) => {
    statements += 1;
    return unsafe(...query);
  }) as typeof unsafe;
  await of(0)(db);
  client.unsafe = unsafe;
  const [backend] = await client<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const spent = (): number | null => cpuTime(backend?.pid);
  const begun = spent();
  const times: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const before = performance.now();
    await of(turn)(db);
    times.push(performance.now() - before);
  }
  const ended = spent();
  const cpu = begun === null || ended === null ? null : (ended - begun) / turns;
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(turns / 2)] ?? 0,
    p95: times[Math.floor(turns * 0.95)] ?? 0,
    cpu,
    statements,
  };
}
