import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '@/rules/accounts/permissions';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { listRoles } from './list-roles';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

test('the table has every permission, who has it, and how many people each role', async () => {
  const admin = await makeUser(base.db, { role: 'admin' });
  await makeUser(base.db);
  await makeUser(base.db);
  const table = await perform(listRoles, {}, { db: base.db, actor: admin });
  expect(table.site).toEqual([
    { role: 'student', people: 2 },
    { role: 'instructor', people: 0 },
    { role: 'staff', people: 0 },
    { role: 'admin', people: 1 },
  ]);
  expect(table.permissions).toHaveLength(Object.keys(permissions).length);
  expect(table.permissions.find(({ name }) => name === 'enrollments.manage')).toMatchObject({
    risk: 'high',
    site: ['staff', 'admin'],
    course: ['owner'],
  });
});

test('it is for who gives roles', async () => {
  for (const role of ['student', 'instructor', 'staff'] as const) {
    const actor = await makeUser(base.db, { role });
    await expect(perform(listRoles, {}, { db: base.db, actor })).rejects.toBeInstanceOf(NotFound);
  }
});
