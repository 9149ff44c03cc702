import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/test/database';
import { makeCourse } from '@/test/factories';
import { migrateDatabase } from './migrate';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

test('migrating an up-to-date database changes nothing', async () => {
  const count = () =>
    base.db.execute<{ n: string }>(sql`select count(*) as n from drizzle.__drizzle_migrations`);
  const before = (await count())[0]?.n;
  await migrateDatabase(base.url);
  expect((await count())[0]?.n).toBe(before);
});

test('replicas that migrate at the same time wait for one another', async () => {
  await Promise.all([migrateDatabase(base.url), migrateDatabase(base.url), migrateDatabase(base.url)]);
});

test('a published edition cannot be changed or deleted, not even by the server', async () => {
  const { editionId } = await makeCourse(base.db);
  const refused = { cause: { message: expect.stringContaining('append-only') } };
  await expect(
    base.db.execute(sql`update editions set number = 9 where id = ${editionId}`),
  ).rejects.toMatchObject(refused);
  await expect(
    base.db.execute(sql`delete from edition_lessons where edition_id = ${editionId}`),
  ).rejects.toMatchObject(refused);
  await expect(base.db.execute(sql`update answer_keys set keys = '{}'`)).rejects.toMatchObject(refused);
  await expect(base.db.execute(sql`delete from evidence`)).rejects.toMatchObject(refused);
  await expect(base.db.execute(sql`delete from audit_log`)).rejects.toMatchObject(refused);
});

test('jsonb comes back as it was stored', async () => {
  const { editionId } = await makeCourse(base.db);
  const [row] = await base.db.execute<{ kind: string; title: string }>(
    sql`select jsonb_typeof(manifest) as kind, manifest->>'summary' as title from editions where id = ${editionId}`,
  );
  expect(row).toEqual({ kind: 'object', title: 'A course.' });
});
