import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { cohorts, courses, enrollmentBatches, enrollmentEvents, enrollments } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { nextState, type TableAction, transitions } from '@/rules/enrollment/enrollment-states';
import { perform, Refused } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { carryOut, makeBatch, makeCohort, seatErrors, standing, strike } from '@/test/rosters';
import { undoBatch } from './batches/undo-batch';
import { enroll } from './enroll';
import { withdraw } from './withdraw';

/** More of them by hand: `MODEL_RUNS=3000 npx vitest run features/enrollment/model.spec.ts`. */
const runs = Number(process.env.MODEL_RUNS ?? 60);
const crowdSize = 5;

let db: Database;
let close: () => Promise<void>;
let owner: Actor;
let crowd: Actor[];
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  owner = await makeUser(db, { role: 'instructor' });
  crowd = await Promise.all(Array.from({ length: crowdSize }, () => makeUser(db)));
});
afterAll(() => close());

type Step =
  | { do: 'enroll' | 'withdraw'; who: number }
  | { do: 'batch'; action: TableAction; who: number[]; cohort: 0 | 1 | 2; ends: 'none' | 'later' | 'keep' }
  | { do: 'undo'; which: number }
  | { do: 'seats'; of: 0 | 1 | 2; seats: number }
  | { do: 'lapse'; who: number }
  | { do: 'strike' };

const person = fc.nat(crowdSize - 1);
const place = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
const actions = Object.keys(transitions) as TableAction[];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('enroll' as const, 'withdraw' as const), who: person }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      action: fc.constantFrom(...actions),
      who: fc.uniqueArray(person, { minLength: 1 }),
      cohort: place,
      ends: fc.constantFrom('none' as const, 'later' as const, 'keep' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(5) }) },
  fc.record({ do: fc.constant('seats' as const), of: place, seats: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ do: fc.constant('lapse' as const), who: person }),
  fc.record({ do: fc.constant('strike' as const) }),
);

type World = { courseId: string; slug: string; runs: [string, string] };

async function makeWorld(): Promise<World> {
  const { courseId, slug } = await makeCourse(db, { seats: 4, lessons: ['one'] });
  await db.update(courses).set({ waitlist: true }).where(eq(courses.id, courseId));
  await makeStaff(db, owner, courseId);
  const first = await makeCohort(db, courseId, { seats: 2, waitlist: true });
  return { courseId, slug, runs: [first, await makeCohort(db, courseId, { seats: 1 })] };
}

const exact = async (courseId: string) =>
  new Map([...(await standing(db, courseId))].map(([id, { version: _, ...row }]) => [id, row]));

const refusable = async (work: Promise<unknown>) => {
  await work.catch((error) => {
    if (!(error instanceof Refused) && error?.name !== 'NotFound') throw error;
  });
};

/** Undoing a batch right after it leaves everybody as they were before it, or says why not. */
async function undoOne({ courseId }: World, which: number) {
  const made = await db.select().from(enrollmentBatches).where(eq(enrollmentBatches.courseId, courseId));
  const batch = made.filter(({ kind }) => kind !== 'undo').at(which);
  if (!batch) return;
  await perform(undoBatch, { batch: batch.id }, { db, actor: owner }).then(
    ({ id }) => carryOut(db, id),
    (error) => {
      if (!(error instanceof Refused)) throw error;
    },
  );
}

async function act(world: World, step: Step): Promise<void> {
  const { courseId, slug, runs: cohortIds } = world;
  const cohortOf = (index: 0 | 1 | 2) => (index === 0 ? null : (cohortIds[index - 1] ?? null));
  if (step.do === 'enroll' || step.do === 'withdraw') {
    const actor = crowd[step.who] ?? owner;
    const context = { db, actor };
    await refusable(
      step.do === 'enroll' ? perform(enroll, { slug }, context) : perform(withdraw, { slug }, context),
    );
  } else if (step.do === 'batch') {
    const before = await exact(courseId);
    const ends = {
      none: { ends: null },
      keep: {},
      later: { ends: { at: '2099-01-01T00:00:00.000Z', zone: 'UTC' } },
    };
    const move = {
      action: step.action,
      cohortId: cohortOf(step.cohort),
      reason: 'Because',
      ...ends[step.ends],
    };
    const items = step.who.map((index) => ({ userId: crowd[index]?.userId ?? '', move }));
    const batch = await makeBatch(db, owner, courseId, items);
    await carryOut(db, batch);
    // Half of the batches are undone at once, and must leave no trace but in the histories.
    if (step.who.length % 2 === 0) {
      const { id } = await perform(undoBatch, { batch }, { db, actor: owner });
      await carryOut(db, id);
      const after = await exact(courseId);
      for (const [userId, row] of after) {
        const was = before.get(userId);
        if (was) expect(row).toEqual(was);
        else expect(row.state).toBe('removed');
      }
    }
  } else if (step.do === 'undo') await undoOne(world, step.which);
  else if (step.do === 'seats') {
    const table = step.of === 0 ? courses : cohorts;
    const id = cohortOf(step.of) ?? courseId;
    // Fewer than are taken is refused by the database, as it is to whoever tries it in the settings.
    await db
      .update(table)
      .set({ seats: sql`greatest(${step.seats}::int, ${table.seatsTaken})` as never })
      .where(eq(table.id, id));
  } else if (step.do === 'lapse') {
    const userId = crowd[step.who]?.userId ?? '';
    const past = sql`now() - interval '1 second'` as never;
    await db
      .update(enrollments)
      .set({
        offerUntil: sql`case when state = 'invited' then ${past} end` as never,
        endsAt: past,
        endsZone: 'UTC',
      })
      .where(sql`${enrollments.courseId} = ${courseId} and ${enrollments.userId} = ${userId}`);
  } else await strike(db, courseId);
}

/** Seats, one enrollment a person, and histories in which each row begins where the one before it ended. */
async function expectSound({ courseId }: World): Promise<void> {
  expect(await seatErrors(db, courseId)).toEqual([]);
  const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, courseId));
  expect(new Set(rows.map(({ userId }) => userId)).size).toBe(rows.length);
  const events = await db
    .select()
    .from(enrollmentEvents)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentEvents.enrollmentId))
    .where(eq(enrollments.courseId, courseId))
    .orderBy(asc(enrollmentEvents.id));
  for (const row of rows) {
    const history = events
      .map((entry) => entry.enrollment_events)
      .filter(({ enrollmentId }) => enrollmentId === row.id);
    let state: string | null = null;
    for (const { action, from, to, version } of history) {
      expect(from).toBe(state);
      state = to;
      expect(version).toBeLessThanOrEqual(row.version);
      if (action === null || action === 'undo') continue;
      const ways = (['learner', 'staff', 'platform'] as const).map((by) =>
        nextState(action, from ?? 'none', by),
      );
      expect([action, from, ways.includes(to)]).toEqual([action, from, true]);
    }
    expect(state).toBe(row.state);
    expect(history.at(-1)?.version).toBe(row.version);
  }
}

test('no sequence of actions, dates, seats, batches and undoing breaks an enrollment', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const world = await makeWorld();
      for (const one of steps) {
        await act(world, one);
        await expectSound(world);
      }
    }),
    { numRuns: runs },
  );
});

test('fifty at once for the last seat: exactly one, and the others wait in a queue without gaps', async () => {
  const { courseId, slug } = await makeCourse(db, { seats: 1 });
  await db.update(courses).set({ waitlist: true }).where(eq(courses.id, courseId));
  const fifty = await Promise.all(Array.from({ length: 50 }, () => makeUser(db)));
  const outcomes = await Promise.all(fifty.map((actor) => perform(enroll, { slug }, { db, actor })));
  expect(outcomes.filter(({ outcome }) => outcome === 'enrolled')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'waiting')).toHaveLength(49);
  expect(await seatErrors(db, courseId)).toEqual([]);
});

test('a seat freed again and again while offers lapse passes nobody over and comes to nobody twice', async () => {
  const { courseId, slug } = await makeCourse(db, { seats: 1 });
  await db.update(courses).set({ waitlist: true }).where(eq(courses.id, courseId));
  const queue: Actor[] = [];
  for (let n = 0; n < 8; n += 1) {
    const actor = await makeUser(db);
    await perform(enroll, { slug }, { db, actor });
    queue.push(actor);
  }
  const [first, ...waiting] = queue;
  await perform(withdraw, { slug }, { db, actor: first ?? owner });
  for (const turn of waiting) {
    // Several workers at once: one has its turn, the others find it taken.
    await Promise.all([0, 1, 2].map(() => refusable(strike(db, courseId))));
    const invited = [...(await standing(db, courseId)).values()].filter(({ state }) => state === 'invited');
    expect(invited.map(({ userId }) => userId)).toEqual([turn.userId]);
    await db
      .update(enrollments)
      .set({ offerUntil: sql`now() - interval '1 second'` as never })
      .where(eq(enrollments.userId, turn.userId));
  }
  await strike(db, courseId);
  expect(await seatErrors(db, courseId)).toEqual([]);
  const offers = await db
    .select({ id: enrollmentEvents.enrollmentId })
    .from(enrollmentEvents)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentEvents.enrollmentId))
    .where(sql`${enrollments.courseId} = ${courseId} and ${enrollmentEvents.action} = 'offer'`);
  expect(new Set(offers.map(({ id }) => id)).size).toBe(waiting.length);
  expect(offers).toHaveLength(waiting.length);
});
