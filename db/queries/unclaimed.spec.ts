import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { users } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { ensurePeople } from './unclaimed';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const listed = (email: string, name = '', externalId: string | null = null) => ({ email, name, externalId });
const rowsOf = (ids: Map<string, string>) =>
  db
    .select()
    .from(users)
    .where(inArray(users.id, [...ids.values()]))
    .orderBy(users.email);

test('who has an account keeps it as it is, who has none gets one to claim', async () => {
  const known = await makeUser(db, { name: 'Known' });
  const ids = await ensurePeople(db, [
    listed('new@a.example', 'New', 'id-1'),
    listed(known.email, 'Other', 'id-2'),
  ]);
  expect(ids.get(known.email)).toBe(known.userId);
  expect(await rowsOf(ids)).toMatchObject(
    [
      {
        email: 'new@a.example',
        name: 'New',
        externalId: 'id-1',
        passwordHash: 'none',
        emailConfirmedAt: null,
      },
      { email: known.email, name: 'Known', externalId: null, unclaimedSince: null },
    ].sort((a, b) => (a.email < b.email ? -1 : 1)),
  );
});

test('an id that is somebody’s already, or stands twice in a list, is not given twice', async () => {
  await ensurePeople(db, [listed('first@b.example', 'First', 'id-b')]);
  const ids = await ensurePeople(db, [
    listed('second@b.example', 'Second', 'id-b'),
    listed('third@b.example', '', 'id-c'),
    listed('fourth@b.example', 'Fourth', 'id-c'),
  ]);
  expect((await rowsOf(ids)).map(({ name, externalId }) => [name, externalId])).toEqual([
    ['Fourth', 'id-c'],
    ['Second', null],
    ['third', null],
  ]);
});

test('two lists at once, in different orders, make each account once', async () => {
  const emails = Array.from({ length: 200 }, (_, n) => `p${n}@c.example`);
  const lists = [emails, [...emails].reverse(), emails].map((list) => list.map((email) => listed(email)));
  const maps = await Promise.all(
    lists.map((list) => db.transaction((transaction) => ensurePeople(transaction, list))),
  );
  for (const map of maps) expect(map.size).toBe(200);
  expect(new Set(maps.flatMap((map) => [...map.values()])).size).toBe(200);
});
