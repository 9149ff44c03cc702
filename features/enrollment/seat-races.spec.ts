import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { cohorts, courses, enrollmentEvents, enrollments } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import type { Actor } from '@/rules/access';
import { perform, type Refused } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { hold, waiting } from '@/test/locks';
import { carryOut, makeBatch, makeCohort, seatErrors, standing, strike } from '@/test/rosters';
import { expireDue } from './clock/expire-due';
import { enroll } from './enroll';
import { acceptInvitation } from './invitations/accept-invitation';
import { refuseInvitation } from './invitations/refuse-invitation';
import { changeEnrollment } from './roster/change-enrollment';
import { withdraw } from './withdraw';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db);
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
});

const people = (count: number) => Promise.all(Array.from({ length: count }, () => makeUser(db)));
const come = (actor: Actor, cohort?: string) =>
  perform(enroll, { slug: course.slug, cohort }, { db, actor }).then(
    ({ outcome }) => outcome,
    (error) => error.code,
  );
const count = (outcomes: readonly string[], outcome: string) =>
  outcomes.filter((one) => one === outcome).length;
const states = async () => [...(await standing(db, course.courseId)).values()].map(({ state }) => state);

describe.each(['a course', 'a cohort'] as const)('fifty at once for the last seat of %s', (kind) => {
  let cohort: string | undefined;
  const open = async (waitlist: boolean) => {
    cohort = kind === 'a cohort' ? await makeCohort(db, course.courseId, { seats: 2, waitlist }) : undefined;
    if (!cohort) await db.update(courses).set({ seats: 2, waitlist }).where(eq(courses.id, course.courseId));
    expect(await come(await makeUser(db), cohort)).toBe('enrolled');
  };

  test('exactly one, and the others are told that it is full', async () => {
    await open(false);
    const outcomes = await Promise.all((await people(50)).map((actor) => come(actor, cohort)));
    expect([count(outcomes, 'enrolled'), count(outcomes, 'course-full')]).toEqual([1, 49]);
    expect(await states()).toEqual(['active', 'active']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });

  test('exactly one, and the others wait, each with a place of their own', async () => {
    await open(true);
    const outcomes = await Promise.all((await people(50)).map((actor) => come(actor, cohort)));
    expect([count(outcomes, 'enrolled'), count(outcomes, 'waiting')]).toEqual([1, 49]);
    expect(count(await states(), 'waitlisted')).toBe(49);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });

  test('also when some come by lists, which are carried out at the same time', async () => {
    await open(false);
    const crowd = await people(50);
    const lists = await Promise.all(
      [0, 1, 2, 3, 4].map((n) =>
        makeBatch(
          db,
          owner,
          course.courseId,
          crowd.slice(n * 6, n * 6 + 6).map(({ userId }) => ({
            userId,
            move: { action: 'enroll', cohortId: cohort ?? null },
          })),
        ),
      ),
    );
    await Promise.all([
      ...lists.map((list) => carryOut(db, list)),
      ...crowd.slice(30).map((actor) => come(actor, cohort)),
    ]);
    expect(await states()).toEqual(['active', 'active']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });
});

test('moving into the last seat of a cohort from another one: exactly one, and nobody loses theirs', async () => {
  const from = await makeCohort(db, course.courseId, { seats: 12 });
  const to = await makeCohort(db, course.courseId, { seats: 1 });
  const crowd = await people(12);
  for (const actor of crowd) await come(actor, from);
  const moves = await Promise.all(
    crowd.map(({ userId }) =>
      makeBatch(db, owner, course.courseId, [{ userId, move: { action: 'change', cohortId: to } }]),
    ),
  );
  await Promise.all(moves.map((move) => carryOut(db, move)));
  const rows = [...(await standing(db, course.courseId)).values()];
  expect(rows.filter(({ cohortId }) => cohortId === to)).toHaveLength(1);
  expect(rows.filter(({ cohortId }) => cohortId === from)).toHaveLength(11);
  expect(await seatErrors(db, course.courseId)).toEqual([]);
  const [left] = await db.select().from(cohorts).where(eq(cohorts.id, from));
  expect(left?.seatsTaken).toBe(11);
});

test('seats freed while offers lapse, are taken and declined: nobody is passed over, and nobody served twice', async () => {
  await db.update(courses).set({ seats: 3, waitlist: true }).where(eq(courses.id, course.courseId));
  const holders = await people(3);
  const queue = await people(18);
  for (const actor of [...holders, ...queue]) await come(actor);
  const broken: unknown[] = [];
  const where = { slug: course.slug };
  // Where the machine is slow a lock may be waited for in vain: whoever clicks does so again.
  const again = async (work: () => Promise<unknown>): Promise<unknown> => {
    for (let tries = 0; ; tries += 1) {
      const error = await work().then(
        () => null,
        (thrown) => thrown,
      );
      if (error === null || error.cause?.code !== '55P03' || tries === 9) return error;
    }
  };
  const leave = (actor: Actor) => again(() => perform(withdraw, where, { db, actor }));
  const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
  const isOver = async () => count(await states(), 'waitlisted') + count(await states(), 'invited') === 0;
  let over = false;
  // Another worker has its turn, or holds a lock a little long: both are tried again, as the jobs do.
  const worker = async () => {
    while (!over) await strike(db, course.courseId).catch(pause);
  };
  const lapses = sql`update enrollments set offer_until = date_trunc('milliseconds', now())
    where course_id = ${course.courseId} and state = 'invited' and random() < 0.3`;
  const clock = async () => {
    for (; !over; await pause()) broken.push(await again(() => db.execute(lapses)));
  };
  /** Takes the seat and leaves again, declines it, or lets it go by. */
  const person = async (actor: Actor, turn: number) => {
    while (!over) {
      await pause();
      const state = (await standing(db, course.courseId)).get(actor.userId)?.state;
      if (state !== 'waitlisted' && state !== 'invited') return;
      if (state === 'waitlisted' || turn % 3 === 0) continue;
      if (turn % 3 === 1) await again(() => perform(refuseInvitation, where, { db, actor }));
      else {
        const error = await again(() => perform(acceptInvitation, where, { db, actor }));
        // Who was told that the seat is theirs has it, and gives it back.
        broken.push(error === null ? await leave(actor) : error);
      }
    }
  };
  const served = (async () => {
    for (const actor of holders) broken.push(await pause().then(() => leave(actor)));
    const end = Date.now() + 60_000;
    while (!(await isOver()) && Date.now() < end) await pause();
    over = true;
  })();
  await Promise.all([served, worker(), worker(), worker(), clock(), ...queue.map(person)]);
  expect(broken.filter((error) => error !== null && (error as Refused).code !== 'seat-gone')).toEqual([]);
  expect(await isOver()).toBe(true);
  const offers = await db
    .select({ userId: enrollments.userId, at: sql<string>`${enrollmentEvents.at}::text` })
    .from(enrollmentEvents)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentEvents.enrollmentId))
    .where(sql`${enrollments.courseId} = ${course.courseId} and ${enrollmentEvents.action} = 'offer'`)
    .orderBy(asc(enrollmentEvents.id));
  // Those of one transaction are offered theirs at once, so their order among each other says nothing.
  const turns = new Map(queue.map(({ userId }, turn) => [userId, turn]));
  const turnOf = ({ userId }: { userId: string }) => turns.get(userId) ?? -1;
  const first = ({ at }: { at: string }) => offers.findIndex((offer) => offer.at === at);
  const inOrder = [...offers].sort((a, b) => first(a) - first(b) || turnOf(a) - turnOf(b));
  expect(inOrder.map(turnOf)).toEqual(queue.map((_, turn) => turn));
  expect(await seatErrors(db, course.courseId)).toEqual([]);
}, 120_000);

describe('what the clock finds over', () => {
  const inTheAir = async (work: () => Promise<unknown>) => {
    // The last statement of a deed is its row in the audit log.
    const { release } = await hold(db, sql`lock table audit_log in exclusive mode`);
    const done = work();
    await waiting(db);
    return { done, release };
  };
  const invite = async (actor: Actor) => {
    const move = { action: 'invite' } as const;
    await carryOut(db, await makeBatch(db, owner, course.courseId, [{ userId: actor.userId, move }]));
  };
  const expire = () => perform(expireDue, { most: 500 }, { db, actor: platform });
  const rowOf = async (actor: Actor) => (await standing(db, course.courseId)).get(actor.userId);

  test('stays when the seat is taken in that moment', async () => {
    const [actor] = await people(1);
    if (!actor) throw new Error('nobody');
    await invite(actor);
    await db.execute(sql`update enrollments set offer_until = now() + interval '300 milliseconds'
      where course_id = ${course.courseId}`);
    const { done, release } = await inTheAir(() =>
      perform(acceptInvitation, { slug: course.slug }, { db, actor }),
    );
    await db.execute(sql`select pg_sleep(0.4)`);
    const clock = expire();
    await waiting(db, 2);
    await release();
    expect(await done).toMatchObject({ outcome: 'accepted' });
    expect(await clock).toEqual({ expired: 0 });
    expect(await rowOf(actor)).toMatchObject({ state: 'active' });
  });

  test('stays when its end is moved in that moment', async () => {
    const [actor] = await people(1);
    if (!actor) throw new Error('nobody');
    await come(actor);
    await db.execute(sql`update enrollments set ends_at = now() - interval '1 second', ends_zone = 'UTC'
      where course_id = ${course.courseId}`);
    const row = await rowOf(actor);
    const input = {
      course: course.slug,
      enrollment: row?.id,
      version: row?.version,
      action: 'change',
      ending: 'at',
      date: '2099-01-01',
      address: 'https://learn.example.org',
    };
    const { done, release } = await inTheAir(() => perform(changeEnrollment, input, { db, actor: owner }));
    const clock = expire();
    await waiting(db, 2);
    await release();
    await done;
    expect(await clock).toEqual({ expired: 0 });
    expect(await rowOf(actor)).toMatchObject({ state: 'active' });
  });
});
