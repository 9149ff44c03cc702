import { and, eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { careChosen } from '@/db/queries/care';
import {
  auditLog,
  batchItems,
  enrollmentBatches,
  enrollments,
  lessonProgress,
  outbox,
  reminders,
  users,
} from '@/db/schema';
import type { Actor } from '@/rules/access';
import { careSigns, lowerMedian, signsOf } from '@/rules/enrollment/care';
import { usualReminder, whyLeftOut } from '@/rules/enrollment/reminders';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { carryOut, makeCohort } from '@/test/rosters';
import { actOnLearners } from './act-on-learners';
import { getCare } from './get-care';
import { getReminders } from './get-reminders';
import { previewReminder } from './preview-reminder';
import { reviewCare } from './review-care';
import { sendReminders } from './send-reminders';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
const lessons = ['one', 'two', 'three', 'four', 'five'];
beforeEach(async () => {
  course = await makeCourse(db, { lessons });
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
  await db.delete(outbox);
});

const now = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

type Learner = {
  active?: number | null;
  begun?: number;
  done?: number;
  ends?: number;
  cohort?: string | null;
};
async function learner(of: Learner = {}, person: Partial<typeof users.$inferInsert> = {}) {
  const who = await makeUser(db);
  if (Object.keys(person).length > 0) await db.update(users).set(person).where(eq(users.id, who.userId));
  const id = await makeEnrollment(
    db,
    who,
    course,
    of.ends === undefined ? {} : { endsAt: daysAgo(-of.ends) },
  );
  await db
    .update(enrollments)
    .set({
      lastActiveAt: of.active == null ? null : daysAgo(of.active),
      createdAt: daysAgo(of.begun ?? 60),
      cohortId: of.cohort ?? null,
    })
    .where(eq(enrollments.id, id));
  for (const lessonId of lessons.slice(0, of.done ?? 0))
    await db.insert(lessonProgress).values({ enrollmentId: id, lessonId, percent: 100, completedAt: now });
  return { ...who, id };
}

/** Many who have been away for a month, a part at a time. @returns their accounts. */
async function crowd(count: number): Promise<string[]> {
  const at = daysAgo(30).toISOString();
  const ids: string[] = [];
  while (ids.length < count) {
    const rows = await db.execute<{ id: string }>(sql`
      with person as (
        insert into users (name, email, password_hash, email_confirmed_at)
        select 'Person ' || n, gen_random_uuid() || '@school.example', 'none', ${at}
        from generate_series(1, ${Math.min(2_500, count - ids.length)}) n returning id
      )
      insert into enrollments (user_id, course_id, edition_id, state, created_at, last_active_at)
      select id, ${course.courseId}, ${course.editionId}, 'active', ${at}, ${at} from person returning user_id as id`);
    ids.push(...rows.map(({ id }) => id));
  }
  // The database looks at what so many rows changed by itself, some time later; until then it plans for a handful.
  await db.execute(sql`analyze users, enrollments, lesson_progress`);
  return ids;
}

const asked = { course: '', sign: 'dormant', days: 14, cohort: '', search: '' } as const;
const all = () => ({ ...asked, course: course.slug, who: 'all' as const });
const words = { ...usualReminder('dormant'), address: 'https://learn.example.org' };
const list = (change: object = {}, actor = owner) =>
  perform(getCare, { ...asked, course: course.slug, ...change }, { db, actor, now });
const send = (change: object = {}, actor = owner, at = now) =>
  perform(sendReminders, { ...all(), ...words, ...change }, { db, actor, now: at });
const mails = () => db.select().from(outbox).orderBy(outbox.recipient);

describe('the lists', () => {
  test('name who is dormant, behind, nearly done or short of time, the longest absent first', async () => {
    const cohort = await makeCohort(db, course.courseId, { name: 'Autumn' });
    const away = await learner({ active: 30, done: 3, cohort });
    const never = await learner({ active: null, begun: 40, done: 0, cohort });
    const nearly = await learner({ active: 1, done: 4, cohort });
    const ending = await learner({ active: 1, done: 3, ends: 5, cohort });
    const paused = await learner({ active: 90, cohort });
    await db.update(enrollments).set({ state: 'paused' }).where(eq(enrollments.id, paused.id));
    const found = await list();
    expect(found.counts).toEqual({ dormant: 2, behind: 1, 'nearly-done': 1, ending: 1 });
    expect(found.people.map(({ id }) => id)).toEqual([never.id, away.id]);
    expect(found.people[0]).toMatchObject({
      cohort: 'Autumn',
      done: 0,
      total: 5,
      signs: ['dormant', 'behind'],
    });
    expect((await list({ sign: 'nearly-done' })).people.map(({ id }) => id)).toEqual([nearly.id]);
    expect((await list({ sign: 'ending' })).people.map(({ id }) => id)).toEqual([ending.id]);
    expect((await list({ days: 35 })).people.map(({ id }) => id)).toEqual([never.id]);
    expect((await list({ cohort: 'none' })).matching).toBe(0);
    expect((await list({ cohort })).matching).toBe(2);
    expect((await list({ search: away.email.toUpperCase() })).people.map(({ id }) => id)).toEqual([away.id]);
    expect((await list({ search: '%' })).matching).toBe(0);
  });

  test('are in the database what they are by the rules', async () => {
    const cohorts = [null, await makeCohort(db, course.courseId), await makeCohort(db, course.courseId)];
    const days = fc.integer({ min: 0, max: 20 });
    const samples = fc.sample(
      fc.record({
        active: fc.option(days),
        begun: days,
        done: fc.integer({ min: 0, max: 5 }),
        ends: fc.option(fc.integer({ min: -3, max: 20 }), { nil: undefined }),
        cohort: fc.constantFrom(...cohorts),
      }),
      { numRuns: 60, seed: 7 },
    );
    for (const sample of samples) await learner(sample);
    const { rows } = await careChosen(
      db,
      { courseId: course.courseId, days: 10, now },
      { sign: 'dormant', cohort: null, search: '' },
      { ids: (await db.select({ id: enrollments.id }).from(enrollments)).map(({ id }) => id), limit: 1_000 },
    );
    const ours = rows.filter(({ total }) => total === 5);
    expect(ours).toHaveLength(60);
    for (const sign of careSigns) {
      const expected = ours.filter((row) => {
        const group = ours.filter(({ cohort }) => cohort === row.cohort);
        const median = lowerMedian(group.map(({ done }) => done));
        expect([row.median, row.groupSize]).toEqual([median, group.length]);
        return signsOf({ ...row, group: { size: group.length, median } }, { days: 10, now }).includes(sign);
      });
      const found = await list({ sign, days: 10 });
      expect([sign, found.matching]).toEqual([sign, expected.length]);
      expect(
        found.people
          .map(({ id }) => id)
          .sort()
          .slice(0, 50),
      ).toEqual(
        expected
          .map(({ enrollmentId }) => enrollmentId)
          .sort()
          .slice(0, 50),
      );
    }
  });

  test('take as many queries for many as for few', async () => {
    const count = async () => {
      const spies = [vi.spyOn(db, 'execute'), vi.spyOn(db, 'select')];
      await list();
      const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      vi.restoreAllMocks();
      return calls;
    };
    await learner({ active: 30 });
    const few = await count();
    for (let n = 0; n < 8; n += 1) await learner({ active: 30 });
    expect(await count()).toBe(few);
  });

  test('are passed over in the database for the reasons of the rules', async () => {
    for (const [n, active] of [30, 30, 20, null, 40].entries())
      await learner({ active }, [{ quiet: true }, { suspendedAt: now, quiet: true }][n] ?? {});
    const unclaimed = await learner({ active: 30 }, { emailConfirmedAt: null, quiet: true });
    const [first] = (await list()).people;
    await send({ who: 'ticked', people: `${first?.id},${unclaimed.id}` });
    for (const sign of careSigns) {
      const { rows, tally } = await careChosen(
        db,
        { courseId: course.courseId, days: 14, now },
        { sign, cohort: null, search: '' },
        { ids: null, limit: 100 },
      );
      const whys = rows.flatMap((row) => {
        const signs = signsOf(
          { ...row, group: { size: row.groupSize, median: row.median } },
          { days: 14, now },
        );
        return whyLeftOut({ ...row, signs }, sign, now) ?? [];
      });
      const counted = Object.fromEntries(
        [...new Set(whys)].map((why) => [why, whys.filter((w) => w === why).length]),
      );
      expect([sign, tally]).toEqual([sign, { all: rows.length, passedOver: counted }]);
      if (sign === 'dormant') expect(counted).toEqual({ quiet: 1, suspended: 1, unclaimed: 1, reminded: 1 });
    }
  });

  test('go page by page', async () => {
    for (let n = 0; n < 52; n += 1) await learner({ active: 30 });
    const [first, second] = [await list(), await list({ page: 2 })];
    expect([first.people.length, second.people.length, first.pages, first.matching]).toEqual([50, 2, 2, 52]);
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(52);
  });
});

describe('reminders', () => {
  test('go to each of the chosen once, with the proof of who was left out', async () => {
    const lin = await learner({ active: 30 });
    const quiet = await learner({ active: 30 }, { quiet: true });
    const suspended = await learner({ active: 30 }, { suspendedAt: now });
    const unclaimed = await learner({ active: 30 }, { emailConfirmedAt: null });
    const outcome = await send();
    expect(outcome).toMatchObject({ sent: 1, leftOut: 3 });
    const [mail] = await mails();
    expect(await mails()).toHaveLength(1);
    expect(mail).toMatchObject({ recipient: lin.email, subject: `Your course: Course ${course.slug}` });
    expect(mail?.body).toContain(`Hello ${lin.name},`);
    expect(mail?.body).toContain(`https://learn.example.org/learn/${course.slug}`);
    expect(mail?.body).toContain('No more reminders by mail: https://learn.example.org/account#reminders');

    const proof = await perform(
      getReminders,
      { course: course.slug, batch: outcome.batchId },
      { db, actor: owner },
    );
    expect(proof.by).toBe(owner.name);
    expect(proof.sent.map(({ email }) => email)).toEqual([lin.email]);
    expect(Object.fromEntries(proof.leftOut.map(({ email, why }) => [email, why]))).toEqual({
      [quiet.email]: 'quiet',
      [suspended.email]: 'suspended',
      [unclaimed.email]: 'unclaimed',
    });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${course.slug}`));
    expect(audit.slice(-1)).toMatchObject([
      { action: 'send-reminders', actorId: owner.userId, detail: { sent: 1 } },
    ]);
  });

  test('are never sent twice: not by pressing again, not by ten at once, not on the next day', async () => {
    await learner({ active: 30 });
    await learner({ active: 40 });
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => send()));
    const sent = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.sent] : []));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);
    await expect(send()).rejects.toMatchObject({ code: 'nobody-to-remind' });
    await expect(send({}, owner, daysAgo(-8))).rejects.toMatchObject({ code: 'nobody-to-remind' });
    expect(await mails()).toHaveLength(2);
    // Whoever came back and is absent again is somebody new to remind.
    await db
      .update(enrollments)
      .set({ lastActiveAt: daysAgo(20) })
      .where(eq(enrollments.courseId, course.courseId));
    expect(await send()).toMatchObject({ sent: 2 });
  });

  test('go to 5,000 at once, whoever comes next follows, and the proofs name everybody', async () => {
    const people = await crowd(5_230);
    await db
      .update(users)
      .set({ quiet: true })
      .where(inArray(users.id, people.slice(0, 20)));
    const review = await perform(reviewCare, all(), { db, actor: owner, now });
    expect([review.people.length, review.all, review.toCome, review.alsoLeftOut]).toEqual([
      5_000,
      5_230,
      210,
      { quiet: 20 },
    ]);
    const first = await send();
    expect(first).toMatchObject({ sent: 5_000, leftOut: 0, toCome: 210 });
    const second = await send();
    expect(second).toMatchObject({ sent: 210, toCome: 0 });
    await expect(send()).rejects.toMatchObject({ code: 'nobody-to-remind' });
    const proofs = await Promise.all(
      [first, second].map(({ batchId: batch }) =>
        perform(getReminders, { course: course.slug, batch }, { db, actor: owner }),
      ),
    );
    expect(proofs[0]).toMatchObject({
      toCome: 210,
      leftOut: [],
      alsoLeftOut: [{ why: 'quiet', people: 20 }],
    });
    const named = proofs.flatMap(({ sent }) => sent.map(({ email }) => email));
    expect(new Set(named).size).toBe(5_210);
    expect((await mails()).length).toBe(5_210);
    const { leftOut, alsoLeftOut } = proofs[1] ?? { leftOut: [], alsoLeftOut: [] };
    expect(leftOut.filter(({ why }) => why === 'quiet')).toHaveLength(20);
    // Everybody is in the second proof: named, or counted by the reason. The first names whom it reminded.
    expect(leftOut.length + alsoLeftOut.reduce((sum, one) => sum + one.people, 210)).toBe(5_230);
  }, 60_000);

  test('of other things go once a week', async () => {
    await learner({ active: 1, done: 4 });
    const sign = { sign: 'nearly-done' };
    expect(await send(sign)).toMatchObject({ sent: 1 });
    await expect(send(sign, owner, daysAgo(-4))).rejects.toMatchObject({ code: 'nobody-to-remind' });
    expect(await send(sign, owner, daysAgo(-5))).toMatchObject({ sent: 1 });
  });

  test('reach nobody for whom it is no longer so', async () => {
    const back = await learner({ active: 30 });
    const away = await learner({ active: 30 });
    const ticked = { who: 'ticked', people: [back.id, away.id].join(',') };
    await db.update(enrollments).set({ lastActiveAt: now }).where(eq(enrollments.id, back.id));
    const { people } = await perform(reviewCare, { ...all(), ...ticked }, { db, actor: owner, now });
    expect(Object.fromEntries(people.map(({ id, leftOut }) => [id, leftOut]))).toEqual({
      [back.id]: 'no-longer',
      [away.id]: null,
    });
    expect(await send(ticked)).toMatchObject({ sent: 1, leftOut: 1 });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([away.email]);
  });

  test('leave nothing behind when the mail cannot be written', async () => {
    await learner({ active: 30 });
    await db.execute(sql`alter table outbox add constraint full_up check (recipient is null) not valid`);
    await expect(send()).rejects.toThrow();
    await db.execute(sql`alter table outbox drop constraint full_up`);
    expect(
      await db
        .select()
        .from(reminders)
        .innerJoin(
          enrollments,
          and(eq(enrollments.id, reminders.enrollmentId), eq(enrollments.courseId, course.courseId)),
        ),
    ).toEqual([]);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test('are shown before they are sent, as the first would get them', async () => {
    const lin = await learner({ active: 30 });
    const preview = await perform(
      previewReminder,
      { ...all(), ...words, text: 'Dear {name}, {link}' },
      { db, actor: owner, now },
    );
    expect(preview.recipient).toBe(lin.email);
    expect(preview.body).toMatch(new RegExp(`^Dear ${lin.name}, https://learn.example.org/learn/`));
    expect(await mails()).toEqual([]);
  });

  test.each([
    [{ subject: '' }, { subject: 'Enter the subject.' }],
    [{ subject: 'A\r\nBcc: x@y.example' }, { subject: 'A subject is one line.' }],
    [
      { text: 'Hello {nmae} {link}' },
      { text: '{nmae} is not known. There are {name}, {course} and {link}.' },
    ],
    [{ text: 'Hello' }, { text: 'Put {link} where it belongs: it becomes the address of the course.' }],
    [{ text: 'a\u0000 {link}' }, { text: 'This text has characters that cannot be sent.' }],
  ])('a text that is not right is not sent: %j', async (change, fields) => {
    await learner({ active: 30 });
    await expect(send(change)).rejects.toMatchObject({ fields });
    expect(await mails()).toEqual([]);
  });
});

describe('acting on the chosen', () => {
  test('takes everybody who matches, however many, and the batch holds each of them', async () => {
    const people = await crowd(5_432);
    const { people: count, batchId } = await perform(
      actOnLearners,
      { ...all(), action: 'pause' },
      { db, actor: owner, now },
    );
    expect(count).toBe(5_432);
    const items = await db.select().from(batchItems).where(eq(batchItems.batchId, batchId));
    expect(new Set(items.map(({ userId }) => userId))).toEqual(new Set(people));
    expect(items.map(({ position }) => position).sort((a, b) => a - b)).toEqual(people.map((_, n) => n + 1));
    const [batch] = await db.select().from(enrollmentBatches).where(eq(enrollmentBatches.id, batchId));
    expect(batch).toMatchObject({ total: 5_432, state: 'waiting', title: 'Pause 5,432 learners' });
    const review = await perform(reviewCare, all(), { db, actor: owner, now });
    expect([review.people.length, review.all]).toEqual([5_000, 5_432]);
  }, 60_000);

  const act = (input: object, actor = owner) =>
    perform(actOnLearners, { ...all(), action: 'pause', ...input }, { db, actor, now });

  test('pauses, gives more time and withdraws as batches that a job carries out', async () => {
    const [lin, mei] = [await learner({ active: 30 }), await learner({ active: 1 })];
    const { batchId, people } = await act({ action: 'extend', until: '2099-01-31' });
    expect(people).toBe(1);
    await carryOut(db, batchId);
    const row = async ({ id }: { id: string }) =>
      (await db.select().from(enrollments).where(eq(enrollments.id, id)))[0];
    expect((await row(lin))?.endsAt?.toISOString()).toBe('2099-01-31T23:59:00.000Z');
    await carryOut(db, (await act({ reason: 'Asked for it' })).batchId);
    expect([(await row(lin))?.state, (await row(mei))?.state]).toEqual(['paused', 'active']);
    const ticked = { who: 'ticked', people: `${lin.id},${mei.id}`, action: 'withdraw' };
    await carryOut(db, (await act(ticked)).batchId);
    expect([(await row(lin))?.state, (await row(mei))?.state]).toEqual(['withdrawn', 'withdrawn']);
  });

  test.each([
    [{ action: 'extend' }, { until: 'Choose a day.' }],
    [{ action: 'extend', until: '2026-11-24' }, { until: 'This is past: it is 2026-11-25 12:00 (UTC).' }],
    [{ action: 'extend', until: '31.1.2099' }, { until: 'Choose a day.' }],
  ])('%j is asked again', async (input, fields) => {
    await learner({ active: 30 });
    await expect(act(input)).rejects.toMatchObject({ fields });
  });

  test('nobody chosen is nobody acted on', async () => {
    await expect(act({})).rejects.toMatchObject({ code: 'nobody-chosen' });
    await expect(act({ who: 'ticked', people: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'nobody-chosen',
    });
    await expect(act({ who: 'ticked', people: 'x' })).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test('people of another course cannot be ticked', async () => {
    const lin = await learner({ active: 30 });
    const other = await makeCourse(db);
    const actor = await makeUser(db, { role: 'admin' });
    const input = { ...all(), course: other.slug, who: 'ticked', people: lin.id, action: 'withdraw' };
    await expect(perform(actOnLearners, input, { db, actor, now })).rejects.toMatchObject({
      code: 'nobody-chosen',
    });
  });
});

test('an instructor of another course, a grader and a learner find nothing of it', async () => {
  const lin = await learner({ active: 30 });
  const other = await makeCourse(db);
  const elsewhere = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, elsewhere, other.courseId);
  const { batchId } = await send();
  for (const actor of [elsewhere, lin]) {
    const tried = await Promise.allSettled([
      list({}, actor),
      send({}, actor),
      perform(reviewCare, all(), { db, actor, now }),
      perform(previewReminder, { ...all(), ...words }, { db, actor, now }),
      perform(actOnLearners, { ...all(), action: 'pause' }, { db, actor, now }),
      perform(getReminders, { course: course.slug, batch: batchId }, { db, actor }),
      perform(getReminders, { course: other.slug, batch: batchId }, { db, actor: elsewhere }),
    ]);
    for (const one of tried) expect(one).toMatchObject({ status: 'rejected', reason: { name: 'NotFound' } });
  }
  const batches = await db
    .select()
    .from(enrollmentBatches)
    .where(eq(enrollmentBatches.courseId, course.courseId));
  expect(batches).toHaveLength(1);
});
