import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { liveSession, setProven } from '@/db/queries/sessions';
import { auditLog, cohortStaff, cohorts, sessions, users } from '@/db/schema';
import { type Actor, isSignedIn } from '@/rules/access';
import { actorBehind } from '@/rules/accounts/viewing';
import { hashSecret } from '@/server/auth/secrets';
import { NotFound, noSubject, operation, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { changeName } from './change-name';
import { listPeople } from './list-people';
import { listSessions } from './list-sessions';
import { provePassword } from './prove-password';
import { signOut } from './sign-out';
import { startViewing } from './start-viewing';
import { stopViewing } from './stop-viewing';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

let admin: Awaited<ReturnType<typeof makeUser>>;
let lin: Awaited<ReturnType<typeof makeUser>>;
beforeEach(async () => {
  admin = await makeUser(base.db, { role: 'admin', name: 'Ada Admin' });
  lin = await makeUser(base.db, { name: 'Lin Learner', password: 'the password of Lin' });
  await setProven(base.db, admin.sessionId);
});

const as = (actor: Actor | null) => ({ db: base.db, actor });
const start = (person: { userId: string } = lin) =>
  perform(startViewing, { userId: person.userId }, as(admin));
/** Who the next request of the administrator's browser is by. */
async function next(): Promise<Actor | null> {
  const session = await liveSession(base.db, hashSecret(admin.sessionToken));
  if (!session) return null;
  const { stale: _stale, viewed, ...own } = session;
  return actorBehind(own, viewed);
}
const lastDeed = async () => (await base.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];

test('the pages are the student’s, with the mark of who looks, until half an hour is over', async () => {
  await start();
  const actor = await next();
  expect(actor).toMatchObject({
    userId: lin.userId,
    name: 'Lin Learner',
    role: 'student',
    sessionId: admin.sessionId,
    viewedBy: { actor: { userId: admin.userId, name: 'Ada Admin' } },
  });
  const left = (actor?.viewedBy?.until.getTime() ?? 0) - Date.now();
  expect(left / 60_000).toBeGreaterThan(29);
  expect(left / 60_000).toBeLessThanOrEqual(30);
  await base.db.update(sessions).set({ viewingUntil: sql`now()` }).where(eq(sessions.id, admin.sessionId));
  expect(await next()).toMatchObject({ userId: admin.userId, role: 'admin' });
});

test('nothing is written meanwhile, by no operation; reading goes on as the student', async () => {
  await start();
  const actor = await next();
  const write = operation({
    name: 'write-anything',
    kind: 'write',
    by: 'anyone',
    input: z.strictObject({}),
    subject: noSubject,
    allow: () => true,
    run: async () => 'written',
    audit: 'in-ledger',
  });
  const refused = { code: 'viewing-only' };
  await expect(perform(write, {}, as(actor))).rejects.toMatchObject(refused);
  await expect(perform(changeName, { name: 'Other' }, as(actor))).rejects.toMatchObject(refused);
  await expect(perform(provePassword, { password: lin.password }, as(actor))).rejects.toMatchObject(refused);
  await expect(perform(startViewing, { userId: lin.userId }, as(actor))).rejects.toMatchObject(refused);
  expect(await perform({ ...write, kind: 'read', allow: isSignedIn, audit: undefined }, {}, as(actor))).toBe(
    'written',
  );
});

test('their devices are not shown, and what is the administrator’s is out of reach', async () => {
  await start();
  const actor = await next();
  await expect(perform(listSessions, {}, as(actor))).rejects.toBeInstanceOf(NotFound);
  const everybody = perform(listPeople, { query: '' }, as(actor));
  await expect(everybody).rejects.toBeInstanceOf(NotFound);
});

test('start and stop are in the audit log, under who looked; stopping twice is the same as once', async () => {
  await start();
  expect(await lastDeed()).toMatchObject({
    action: 'start-viewing',
    actorId: admin.userId,
    object: `user:${lin.userId}`,
    detail: { until: expect.any(String) },
  });
  expect(await perform(stopViewing, {}, as(await next()))).toEqual({ userId: lin.userId });
  const stopped = await lastDeed();
  expect(stopped).toMatchObject({
    action: 'stop-viewing',
    actorId: admin.userId,
    object: `user:${lin.userId}`,
  });
  expect((await next())?.viewedBy).toBeUndefined();
  expect(await perform(stopViewing, {}, as(await next()))).toEqual({ userId: null });
  expect((await lastDeed())?.seq).toBe(stopped?.seq);
});

test('signing out ends the session of who looks, not one of the student', async () => {
  await start();
  await perform(signOut, {}, as(await next()));
  expect(await next()).toBeNull();
  expect(await liveSession(base.db, hashSecret(lin.sessionToken))).not.toBeNull();
});

test('it needs a fresh password', async () => {
  await base.db.update(sessions).set({ steppedUpAt: null }).where(eq(sessions.id, admin.sessionId));
  await expect(start()).rejects.toMatchObject({ code: 'password-again' });
});

test('only students are looked at, and none who works on a course, with a cohort, or is shut out', async () => {
  const course = await makeCourse(base.db);
  const grader = await makeUser(base.db);
  await makeStaff(base.db, grader, course.courseId);
  const guide = await makeUser(base.db);
  const [cohort] = await base.db
    .insert(cohorts)
    .values({ courseId: course.courseId, name: 'Spring' })
    .returning();
  await base.db.insert(cohortStaff).values({ cohortId: cohort?.id ?? '', userId: guide.userId });
  const others = [
    grader,
    guide,
    await makeUser(base.db, { role: 'instructor' }),
    await makeUser(base.db, { role: 'staff' }),
    await makeUser(base.db, { role: 'admin' }),
    await makeUser(base.db, { suspended: true }),
    { userId: crypto.randomUUID() },
  ];
  for (const other of others) await expect(start(other)).rejects.toBeInstanceOf(NotFound);
});

test('it ends by itself when the student is given a role, or the viewer loses theirs', async () => {
  await start();
  await base.db.update(users).set({ role: 'instructor' }).where(eq(users.id, lin.userId));
  expect(await next()).toMatchObject({ userId: admin.userId });
  await base.db.update(users).set({ role: 'student' }).where(eq(users.id, lin.userId));
  expect(await next()).toMatchObject({ userId: lin.userId });
  await base.db.update(users).set({ role: 'staff' }).where(eq(users.id, admin.userId));
  expect(await next()).toMatchObject({ userId: admin.userId, role: 'staff' });
});

test('who a request is by takes one query, also while somebody is looked at', async () => {
  let queries = 0;
  const counting = new Proxy(base.db, {
    get(target, name, receiver) {
      if (name === 'select' || name === 'execute') queries += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  await liveSession(counting, hashSecret(admin.sessionToken));
  expect(queries).toBe(1);
  await start();
  expect((await liveSession(counting, hashSecret(admin.sessionToken)))?.viewed).not.toBeNull();
  expect(queries).toBe(2);
});
