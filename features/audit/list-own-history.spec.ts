import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '@/db/queries/audit';
import { enrollmentEvents } from '@/db/schema';
import { NotFound, NotSignedIn, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { listOwnHistory } from './list-own-history';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const deed = (actorId: string | null, action: string, object: string, detail = {}) =>
  recordAudit(base.db, { actorId, action, object, detail });
const history = (actor: Parameters<typeof perform>[2]['actor'], before: number | null = null) =>
  perform(listOwnHistory, { before }, { db: base.db, actor });

test('what was done by and to oneself reads as sentences, without the names of others', async () => {
  const me = await makeUser(base.db);
  const admin = await makeUser(base.db, { role: 'admin', name: 'Ada Admin' });
  const other = await makeUser(base.db, { name: 'Otto Other' });
  const mine = `user:${me.userId}`;
  await deed(null, 'register', mine, { outcome: 'registered' });
  await deed(null, 'request-password-reset', mine);
  await deed(me.userId, 'change-name', mine);
  await deed(me.userId, 'revoke-other-sessions', mine);
  await deed(admin.userId, 'set-role', mine, { from: 'student', to: 'staff' });
  await deed(admin.userId, 'start-viewing', mine, { until: '2026-03-01T10:00:00Z' });
  await deed(me.userId, 'restore-person', `user:${other.userId}`);
  await deed(me.userId, 'save-draft-file', 'course:a-course', { file: 'lesson.md' });
  await deed(me.userId, 'confirm-passages', 'course:0a1b2c3d-0000-4000-8000-000000000000');
  await deed(me.userId, 'undo-batch', 'batch:0a1b2c3d-0000-4000-8000-000000000000');
  await deed(null, 'create-admin', mine);
  await deed(admin.userId, 'suspend-person', `user:${other.userId}`);
  await deed(other.userId, 'sign-in', `user:${other.userId}`);
  const found = await history(me);
  expect(found.deeds.map(({ words }) => words)).toEqual([
    'The platform made your account the administrator of this server.',
    'You undid a batch.',
    'You confirmed passages of a course.',
    'You changed lesson.md in the course a-course.',
    'You let somebody’s account in again.',
    'The school began to see the pages of your account.',
    'The school changed the role of your account from student to staff.',
    'You signed out every other device of yours.',
    'You changed your name.',
    'Somebody asked for a new password for your account.',
    'You registered.',
  ]);
  const sent = JSON.stringify(found);
  for (const secret of ['Ada', 'Otto', admin.userId, other.userId]) expect(sent).not.toContain(secret);
});

test('a grade that somebody set is told where grades are, once it is released, and never here', async () => {
  const [me, grader] = [await makeUser(base.db), await makeUser(base.db)];
  const detail = { course: 'a-course', item: 'exam', percent: '61.37', reason: 'Why it was set.' };
  for (const action of ['set-grade', 'remove-override'])
    await deed(grader.userId, action, `user:${me.userId}`, detail);
  expect(await history(me)).toMatchObject({ deeds: [] });
  expect((await history(grader)).deeds.map(({ words }) => words)).toEqual([
    'You took back a grade of somebody’s account that was set by hand.',
    'You set a grade of somebody’s account to 61.37 %.',
  ]);
});

test('what became of one’s enrollments is told with its reasons, by whom in general', async () => {
  const me = await makeUser(base.db);
  const owner = await makeUser(base.db, { role: 'instructor', name: 'Olga Owner' });
  const course = await makeCourse(base.db);
  const enrollmentId = await makeEnrollment(base.db, me, course);
  const moved = (
    actorId: string | null,
    action: 'enroll' | 'pause' | 'expire' | 'undo' | null,
    to: 'active' | 'paused' | 'expired',
    reason = '',
  ) =>
    base.db
      .insert(enrollmentEvents)
      .values({ enrollmentId, editionId: course.editionId, actorId, action, to, reason });
  await moved(me.userId, 'enroll', 'active');
  await moved(owner.userId, 'pause', 'paused', 'As you asked');
  await moved(owner.userId, 'undo', 'active');
  await moved(null, 'expire', 'expired');
  await moved(null, null, 'active');
  await deed(me.userId, 'enroll', `enrollment:${enrollmentId}`);
  const found = await history(me);
  expect(found.enrollments.map(({ done, by, reason }) => [done, by, reason].join(' | '))).toEqual([
    'Set to: active | the platform | ',
    expect.stringMatching(/ \| the platform \| $/),
    'Set to: active | the school | ',
    'Paused | the school | As you asked',
    'Enrolled | you | ',
  ]);
  expect(found.deeds).toEqual([]);
  expect(JSON.stringify(found)).not.toContain('Olga');
});

test('it goes on a page at a time', async () => {
  const me = await makeUser(base.db);
  for (let i = 0; i < 60; i += 1) await deed(me.userId, 'sign-in', `user:${me.userId}`);
  const first = await history(me);
  const second = await history(me, first.older);
  expect([first.deeds.length, second.deeds.length, second.older]).toEqual([50, 10, null]);
  expect(new Set([...first.deeds, ...second.deeds].map(({ id }) => id)).size).toBe(60);
});

test('it is for the person alone: not for who looks at their pages, not for who is signed out', async () => {
  const me = await makeUser(base.db);
  const admin = await makeUser(base.db, { role: 'admin' });
  const seen = { ...me, viewedBy: { actor: admin, until: new Date(Date.now() + 60_000) } };
  await expect(history(seen)).rejects.toBeInstanceOf(NotFound);
  await expect(history(null)).rejects.toBeInstanceOf(NotSignedIn);
});
