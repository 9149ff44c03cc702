import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testDatabase } from '@/test/database';
import { database, isDatabaseGone, lostDatabase } from './database';

type Held = {
  platformDatabase?: ReturnType<typeof database>;
  platformDatabaseLostAt?: number;
};
const held = globalThis as Held;

let base: Awaited<ReturnType<typeof testDatabase>>;
let gate: Awaited<ReturnType<typeof makeGate>>;
beforeAll(async () => {
  base = await testDatabase();
  gate = await makeGate(new URL(base.url));
  vi.stubEnv('DATABASE_URL', gate.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  gate.shut();
  await base.close();
});
beforeEach(async () => {
  await gate.open();
  held.platformDatabase = undefined;
  held.platformDatabaseLostAt = undefined;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await held.platformDatabase?.$client.end({ timeout: 0 });
  held.platformDatabase = undefined;
  // Ending it closes connections too, about which a question is asked.
  await new Promise((resolve) => setTimeout(resolve, 100));
  held.platformDatabaseLostAt = undefined;
});

/** A door before the database that can be shut: then it cuts what is open, and nobody comes in. */
async function makeGate(to: URL) {
  const open = new Set<Socket>();
  let came = 0;
  const server: Server = createServer((socket) => {
    came += 1;
    const behind = dial(Number(to.port), to.hostname);
    behind.on('error', () => socket.destroy());
    socket.on('error', () => {});
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      behind.destroy();
    });
    socket.pipe(behind).pipe(socket);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(to);
  url.host = `127.0.0.1:${port}`;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    /** How many have come in so far. */
    came: () => came,
    shut() {
      server.close();
      cut();
    },
    open: async () => {
      if (!server.listening) await listen(port);
    },
  };
}

/** So many connections of the pool, all of them open. */
const openMany = (count: number) =>
  Promise.all(Array.from({ length: count }, () => database().execute('select pg_sleep(0.2)')));
const soon = { timeout: 3_000, interval: 10 };

test('a database that goes away is known to be gone although nobody asks for anything', async () => {
  await openMany(3);
  expect(isDatabaseGone()).toBe(false);
  gate.shut();
  await vi.waitFor(() => expect(isDatabaseGone()).toBe(true), soon);
});

test('connections that are closed while the database is there are no loss: one question finds out for all', async () => {
  await openMany(6);
  const pool = held.platformDatabase;
  const before = gate.came();
  gate.cut();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(gate.came() - before).toBe(1);
  expect(isDatabaseGone()).toBe(false);
  expect(held.platformDatabase).toBe(pool);
  expect(await database().execute('select 1 as one')).toMatchObject([{ one: 1 }]);
});

test('after a loss the next query opens a pool of its own, and a second later nothing is held to be gone', async () => {
  await openMany(1);
  const lost = held.platformDatabase;
  gate.shut();
  await vi.waitFor(() => expect(isDatabaseGone()).toBe(true), soon);
  expect(held.platformDatabase).not.toBe(lost);
  await gate.open();
  expect(await database().execute('select 1 as one')).toMatchObject([{ one: 1 }]);
  // In whole milliseconds: with fractions the sum is rounded, and may be a little less than a second later.
  const at = Math.round(held.platformDatabaseLostAt ?? 0);
  held.platformDatabaseLostAt = at;
  const clock = vi.spyOn(performance, 'now');
  clock.mockReturnValue(at + 999);
  expect(isDatabaseGone()).toBe(true);
  clock.mockReturnValue(at + 1_000);
  expect(isDatabaseGone()).toBe(false);
});

test('a wrong query, or a server without room, is no loss of the database', async () => {
  await openMany(1);
  const pool = held.platformDatabase;
  const wrong = await database()
    .execute('select no_such_column')
    .catch((error: unknown) => error);
  expect([lostDatabase(wrong), isDatabaseGone()]).toEqual([false, false]);
  const full = Object.assign(new Error('too many clients'), { code: '53300' });
  expect([lostDatabase(full), isDatabaseGone()]).toEqual([true, false]);
  expect(held.platformDatabase).toBe(pool);
});
