import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollmentEvents, enrollments, outbox } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { address, type Cast, cast, mailsTo, refusedTo, setTerms } from '@/test/ways-in';
import { enroll } from '../enroll';
import { answerRequests } from './answer-requests';
import { listRequests } from './list-requests';

let db: Database;
let close: () => Promise<void>;
let all: Cast;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  all = await cast(db);
  await setTerms(db, all.course.courseId, { enrollmentPolicy: 'approval' });
});

async function asking(reason = ''): Promise<Actor> {
  const actor = await makeUser(db);
  const { outcome } = await perform(enroll, { slug: all.course.slug, reason }, { db, actor });
  expect(outcome).toBe('requested');
  return actor;
}
const answer = (decision: 'approve' | 'decline', people: Actor[], reason = '', actor = all.owner) =>
  perform(
    answerRequests,
    { course: all.course.slug, decision, people: people.map(({ userId }) => userId), reason, address },
    { db, actor },
  );
const stateOf = async (person: Actor) => {
  const [row] = await db
    .select()
    .from(enrollments)
    .where(and(eq(enrollments.courseId, all.course.courseId), eq(enrollments.userId, person.userId)));
  return row?.state;
};
const list = (page = 1) => perform(listRequests, { course: all.course.slug, page }, { db, actor: all.owner });

test('requests stand in the order in which they came, with what was said', async () => {
  const first = await asking('I teach it next term.');
  const second = await asking();
  const { requests, total } = await list();
  expect(total).toBe(2);
  expect(requests.map(({ userId, reason }) => [userId, reason])).toEqual([
    [first.userId, 'I teach it next term.'],
    [second.userId, ''],
  ]);
  expect((await list(2)).requests).toEqual([]);
});

test('an approval lets in and tells why by mail, a decline the same with its reason', async () => {
  const [one, two, three] = [await asking(), await asking(), await asking()];
  expect(await answer('approve', [one, two], 'Welcome.')).toMatchObject({ approved: 2, declined: 0 });
  expect(await answer('decline', [three], 'Only for our own students.\nSorry.')).toMatchObject({
    declined: 1,
  });
  expect([await stateOf(one), await stateOf(two), await stateOf(three)]).toEqual([
    'active',
    'active',
    'removed',
  ]);
  expect((await mailsTo(db, one))[0]).toMatchObject({
    subject: expect.stringContaining('You have a place'),
    body: expect.stringContaining('> Welcome.'),
  });
  const [declined] = await mailsTo(db, three);
  expect(declined?.body).toContain('> Only for our own students.\n> Sorry.');
  const events = await db
    .select()
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.actorId, all.owner.userId));
  expect(events.map(({ action, reason }) => [action, reason])).toContainEqual([
    'decline',
    'Only for our own students.\nSorry.',
  ]);
});

test('a decline says why, and somebody is chosen', async () => {
  const person = await asking();
  await expect(answer('decline', [person], ' \n ')).rejects.toMatchObject({
    fields: { reason: 'Say why: the learner will read it.' },
  });
  await expect(answer('approve', [])).rejects.toMatchObject({
    fields: { people: 'Choose whom you answer.' },
  });
  expect(await stateOf(person)).toBe('requested');
});

test('where the seats run out, who asked later waits, or keeps the request where there is no waitlist', async () => {
  const [one, two, three] = [await asking(), await asking(), await asking()];
  await setTerms(db, all.course.courseId, { seats: 1, waitlist: true });
  expect(await answer('approve', [one, two])).toMatchObject({ approved: 1, waiting: 1, full: 0 });
  expect((await mailsTo(db, two))[0]?.subject).toContain('waitlist');
  await setTerms(db, all.course.courseId, { waitlist: false });
  expect(await answer('approve', [three])).toMatchObject({ approved: 0, full: 1 });
  expect([await stateOf(two), await stateOf(three)]).toEqual(['waitlisted', 'requested']);
  expect(await mailsTo(db, three)).toEqual([]);
});

test('of two who answer the same person at once, one is heard, and one mail is sent', async () => {
  const person = await asking();
  const outcomes = await Promise.all([answer('approve', [person]), answer('decline', [person], 'No.')]);
  expect(outcomes.reduce((total, { approved, declined }) => total + approved + declined, 0)).toBe(1);
  expect(outcomes.reduce((total, { meanwhile }) => total + meanwhile, 0)).toBe(1);
  expect(await mailsTo(db, person)).toHaveLength(1);
});

test('an answer is for requests alone: who is in or was never there stays as they are', async () => {
  const inside = await asking();
  await answer('approve', [inside]);
  const nobody = await makeUser(db);
  expect(await answer('decline', [inside, nobody], 'No.')).toMatchObject({ declined: 0, meanwhile: 2 });
  expect([await stateOf(inside), await stateOf(nobody)]).toEqual(['active', undefined]);
});

test('who may not manage the roster finds no requests, and answers none', async () => {
  const person = await asking();
  const { editor, grader, stranger, student } = all;
  const people = [editor, grader, stranger, student, person, null];
  const shut = ['NotFound', 'NotFound', 'NotFound', 'NotFound', 'NotFound', 'NotSignedIn'];
  const course = all.course.slug;
  expect(await refusedTo(db, listRequests, { course, page: 1 }, people)).toEqual(shut);
  const input = { course, decision: 'approve', people: [person.userId], address };
  expect(await refusedTo(db, answerRequests, input, people)).toEqual(shut);
  expect(await stateOf(person)).toBe('requested');
});

test('fifty answers are as many statements of mail as one', async () => {
  const before = (await db.select().from(outbox)).length;
  const people = await Promise.all(Array.from({ length: 12 }, () => asking()));
  expect(await answer('approve', people)).toMatchObject({ approved: 12 });
  expect((await db.select().from(outbox)).length).toBe(before + 12);
});
