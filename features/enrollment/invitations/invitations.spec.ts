import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courses, enrollments, mailTokens, rateLimits, users } from '@/db/schema';
import { signIn } from '@/features/accounts/sign-in';
import { platform } from '@/features/authoring/import-course';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { address, type Cast, cast, mailsTo, makeCohort, refusedTo, setTerms, tokenIn } from '@/test/ways-in';
import { expireDue } from '../clock/expire-due';
import { getEnrollment } from '../roster/get-enrollment';
import { acceptInvitation } from './accept-invitation';
import { claimInvitation } from './claim-invitation';
import { declineByLink } from './decline-by-link';
import { getInvitation } from './get-invitation';
import { getInviteForm } from './get-invite-form';
import { invitePerson } from './invite-person';
import { refuseInvitation } from './refuse-invitation';

let db: Database;
let close: () => Promise<void>;
let all: Cast;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  await db.delete(rateLimits);
  all = await cast(db);
});

const newPassword = 'a long enough passphrase';
const fresh = () => `new-${crypto.randomUUID().slice(0, 8)}@school.example`;
const invite = (email: string, more: { cohort?: string; days?: number; name?: string } = {}) =>
  perform(
    invitePerson,
    { course: all.course.slug, email, days: 7, address, ...more },
    { db, actor: all.owner },
  );
const look = (token: string, actor: Actor | null = null) => perform(getInvitation, { token }, { db, actor });
const claim = (token: string, actor: Actor | null = null, given = {}) =>
  perform(claimInvitation, { token, name: 'Lin', newPassword, ...given }, { db, actor });
const newestToken = async (email: string) => tokenIn((await mailsTo(db, { email })).at(-1)?.body ?? '');
const rowOf = async (email: string) => {
  const [row] = await db
    .select({ state: enrollments.state, userId: users.id, unclaimed: users.unclaimedSince, name: users.name })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(enrollments.courseId, all.course.courseId), eq(users.email, email)));
  return row;
};
const seatsTaken = async () =>
  (await db.select().from(courses).where(eq(courses.id, all.course.courseId)))[0]?.seatsTaken;
const lapse = (email: string) =>
  db.execute(sql`update enrollments set offer_until = now() - interval '1 minute'
    where user_id = (select id from users where email = ${email})`);

test('somebody without an account claims one by the link, is in the course, and signs in', async () => {
  const email = fresh();
  expect(await invite(email, { name: 'Lin of the list' })).toMatchObject({ ok: true, outcome: 'invited' });
  const token = await newestToken(email);
  expect(await look(token)).toMatchObject({
    next: 'claim',
    email,
    name: 'Lin of the list',
    course: { slug: all.course.slug, held: true },
  });
  const signInNow = () =>
    perform(signIn, { email, password: newPassword, ip: null, userAgent: '' }, { db, actor: null });
  expect(await signInNow()).toEqual({ ok: false, code: 'wrong-credentials' });
  await expect(claim(token, null, { newPassword: 'short' })).rejects.toMatchObject({
    fields: { newPassword: expect.any(String) },
  });
  expect(await claim(token)).toMatchObject({ slug: all.course.slug });
  expect(await rowOf(email)).toMatchObject({ state: 'active', unclaimed: null, name: 'Lin' });
  expect(await signInNow()).toMatchObject({ ok: true });
  expect(await look(token)).toBeNull();
  await expect(claim(token)).rejects.toMatchObject({ code: 'link-expired' });
});

test('two who claim by the same link at once: one does', async () => {
  const email = fresh();
  await invite(email);
  const token = await newestToken(email);
  const outcomes = await Promise.allSettled([claim(token), claim(token), claim(token)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await seatsTaken()).toBe(1);
});

test('somebody with an account signs in first, and nobody else takes it for them', async () => {
  const person = await makeUser(db);
  await invite(person.email);
  const token = await newestToken(person.email);
  expect(await look(token)).toMatchObject({ next: 'sign-in', email: person.email });
  expect(await look(token, all.student)).toMatchObject({ next: 'other-person', email: '', name: '' });
  expect(await look(token, person)).toMatchObject({ next: 'accept' });
  await expect(claim(token)).rejects.toMatchObject({ code: 'account-claimed' });
  await expect(claim(token, all.student)).rejects.toMatchObject({ code: 'signed-in-as-another' });
  const input = { slug: all.course.slug };
  expect(await refusedTo(db, acceptInvitation, input, [all.student, all.stranger, null])).toEqual([
    'NotFound',
    'NotFound',
    'NotSignedIn',
  ]);
  expect(await perform(acceptInvitation, input, { db, actor: person })).toMatchObject({
    outcome: 'accepted',
  });
  expect(await look(token, person)).toBeNull();
  expect(await perform(acceptInvitation, input, { db, actor: person })).toMatchObject({ outcome: 'already' });
});

test('two clicks take one seat, and a click each way has one outcome', async () => {
  const person = await makeUser(db);
  await invite(person.email);
  const input = { slug: all.course.slug };
  const clicks = await Promise.all(
    Array.from({ length: 4 }, () => perform(acceptInvitation, input, { db, actor: person })),
  );
  expect(clicks.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'already', 'already', 'already']);
  const other = await makeUser(db);
  await invite(other.email);
  await Promise.allSettled([
    perform(acceptInvitation, input, { db, actor: other }),
    perform(refuseInvitation, input, { db, actor: other }),
  ]);
  const state = (await rowOf(other.email))?.state;
  expect(['active', 'withdrawn']).toContain(state);
  expect(await seatsTaken()).toBe(state === 'active' ? 2 : 1);
});

test('a seat that was not taken in time is gone, whether or not the clock has said so', async () => {
  const person = await makeUser(db);
  await invite(person.email);
  await lapse(person.email);
  const accept = () => perform(acceptInvitation, { slug: all.course.slug }, { db, actor: person });
  await expect(accept()).rejects.toMatchObject({ code: 'seat-gone' });
  await perform(expireDue, { most: 500 }, { db, actor: platform });
  await expect(accept()).rejects.toMatchObject({ code: 'seat-gone' });
  expect(await seatsTaken()).toBe(0);
});

test('taking a seat while it lapses: in, or gone, and the seats are counted right', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => makeUser(db)));
  for (const person of people) await invite(person.email);
  const later = new Date(Date.now() + 8 * 86_400_000);
  await db.execute(sql`update enrollments set offer_until = now() + interval '1 second'
    where course_id = ${all.course.courseId}`);
  const now = new Date();
  await Promise.allSettled([
    ...people.map((actor) => perform(acceptInvitation, { slug: all.course.slug }, { db, actor, now })),
    db
      .execute(sql`select pg_sleep(1)`)
      .then(() => perform(expireDue, { most: 500 }, { db, actor: platform, now: later })),
  ]);
  const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, all.course.courseId));
  expect(rows.every(({ state }) => state === 'active' || state === 'expired')).toBe(true);
  expect(await seatsTaken()).toBe(rows.filter(({ state }) => state === 'active').length);
});

test('declining frees the seat, and the link stops working', async () => {
  const person = await makeUser(db);
  await invite(person.email);
  const token = await newestToken(person.email);
  expect(await seatsTaken()).toBe(1);
  const input = { slug: all.course.slug };
  for (const outcome of ['refused', 'already'])
    expect(await perform(refuseInvitation, input, { db, actor: person })).toMatchObject({ outcome });
  expect(await seatsTaken()).toBe(0);
  expect(await look(token)).toBeNull();
  await expect(perform(acceptInvitation, input, { db, actor: person })).rejects.toMatchObject({
    code: 'not-from-this-state',
  });
});

const decline = (token: string, actor: Actor | null = null) =>
  perform(declineByLink, { token }, { db, actor });

test('who has not claimed the account declines by the link alone: once, the seat is freed, and the course sees it', async () => {
  const email = fresh();
  await invite(email);
  const token = await newestToken(email);
  // Programs that check mail open links: that changes nothing.
  await look(token);
  expect(await seatsTaken()).toBe(1);
  const { enrollmentId, userId } = await decline(token);
  expect(await seatsTaken()).toBe(0);
  expect(await rowOf(email)).toMatchObject({ state: 'withdrawn', unclaimed: expect.any(Date) });
  const details = await perform(
    getEnrollment,
    { course: all.course.slug, enrollment: enrollmentId },
    { db, actor: all.owner },
  );
  expect(details.history.find(({ to }) => to === 'withdrawn')).toMatchObject({
    done: 'Declined the invitation',
    reason: 'By the link of the mail, without an account.',
    byLearner: true,
  });
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `enrollment:${enrollmentId}`));
  expect(audit).toMatchObject([{ action: 'decline-by-link', actorId: userId }]);
  expect(await look(token)).toBeNull();
  await expect(decline(token)).rejects.toMatchObject({ code: 'link-expired' });
  await expect(claim(token)).rejects.toMatchObject({ code: 'link-expired' });
  // They can be invited again.
  expect(await invite(email)).toMatchObject({ outcome: 'invited' });
  expect((await look(await newestToken(email)))?.next).toBe('claim');
});

test('declining by a link and taking the seat by it at once have one outcome', async () => {
  const email = fresh();
  await invite(email);
  const token = await newestToken(email);
  const outcomes = await Promise.allSettled([decline(token), claim(token), decline(token)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await seatsTaken()).toBe((await rowOf(email))?.state === 'active' ? 1 : 0);
});

test('a link does not decline for somebody with an account, for another person, or once the seat is gone', async () => {
  const person = await makeUser(db);
  await invite(person.email);
  const theirs = await newestToken(person.email);
  await expect(decline(theirs)).rejects.toMatchObject({ code: 'account-claimed' });
  const email = fresh();
  await invite(email);
  const token = await newestToken(email);
  await expect(decline(token, all.student)).rejects.toMatchObject({ code: 'signed-in-as-another' });
  await db.execute(sql`update users set suspended_at = now() where email = ${email}`);
  await expect(decline(token)).rejects.toMatchObject({ code: 'link-expired' });
  await db.execute(sql`update users set suspended_at = null where email = ${email}`);
  expect(await seatsTaken()).toBe(2);
  await db.execute(sql`update enrollments set state = 'expired'
    where user_id = (select id from users where email = ${email})`);
  await expect(decline(token)).rejects.toMatchObject({ code: 'seat-gone' });
});

test('where every seat is taken, who is invited waits, or nobody is invited and no account is made', async () => {
  await setTerms(db, all.course.courseId, { seats: 1 });
  await invite(fresh());
  const email = fresh();
  await expect(invite(email)).rejects.toMatchObject({ code: 'course-full' });
  expect(await db.select().from(users).where(eq(users.email, email))).toEqual([]);
  await setTerms(db, all.course.courseId, { waitlist: true });
  expect(await invite(email)).toMatchObject({ outcome: 'waiting' });
  await expect(invite(email)).rejects.toMatchObject({ code: 'in-course-already' });
});

test('an invitation leads into a cohort of this course and no other', async () => {
  const cohort = await makeCohort(db, all.course.courseId);
  const elsewhere = await makeCohort(db, (await cast(db)).course.courseId);
  const email = fresh();
  await expect(invite(email, { cohort: elsewhere })).rejects.toMatchObject({ code: 'no-such-cohort' });
  await invite(email, { cohort });
  expect((await look(await newestToken(email)))?.course?.cohort).toMatch(/^Cohort /);
});

test('who may not manage the roster invites nobody', async () => {
  const { editor, grader, stranger, student } = all;
  const people = [editor, grader, stranger, student, null];
  const shut = ['NotFound', 'NotFound', 'NotFound', 'NotFound', 'NotSignedIn'];
  const course = all.course.slug;
  const email = fresh();
  expect(await refusedTo(db, invitePerson, { course, email, days: 7, address }, people)).toEqual(shut);
  expect(await refusedTo(db, getInviteForm, { course }, people)).toEqual(shut);
  expect(await db.select().from(users).where(eq(users.email, email))).toEqual([]);
});

test('after sixty invitations within an hour there is a pause', async () => {
  await db.insert(rateLimits).values({
    key: `invite-person:${all.owner.userId}`,
    points: 60,
    expiresAt: sql`now() + interval '1 hour'` as never,
  });
  expect(await invite(fresh())).toEqual({ ok: false, code: 'too-many-tries' });
});

test('made-up, foreign and expired links are one answer', async () => {
  const email = fresh();
  await invite(email);
  const token = await newestToken(email);
  await db.execute(sql`update mail_tokens set expires_at = now() - interval '1 second'`);
  for (const each of [token, 'made-up', '']) {
    expect(await look(each)).toBeNull();
    await expect(claim(each)).rejects.toMatchObject({ code: 'link-expired' });
    await expect(decline(each)).rejects.toMatchObject({ code: 'link-expired' });
  }
  expect(await db.select().from(mailTokens).where(eq(mailTokens.tokenHash, token))).toEqual([]);
});
