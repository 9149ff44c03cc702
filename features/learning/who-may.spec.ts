import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments, evidence, lessonProgress } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { getLesson } from './get-lesson';
import { getStanding } from './get-standing';
import { getLibrary } from './library/get-library';
import { listReceipts } from './list-receipts';
import { recordViews } from './record-views';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  course = await makeCourse(db);
});
afterAll(() => close());

const yesterday = new Date(Date.now() - 24 * 3_600_000);
const tomorrow = new Date(Date.now() + 24 * 3_600_000);

const people = {
  'a visitor': async () => null,
  'a student of no course': () => makeUser(db),
  'a student of another course': async () => {
    const actor = await makeUser(db);
    await makeEnrollment(db, actor, await makeCourse(db));
    return actor;
  },
  'an instructor of another course': async () => {
    const actor = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, actor, (await makeCourse(db)).courseId);
    return actor;
  },
  'somebody withdrawn': () => enrolled({ state: 'withdrawn' }),
  'somebody paused': () => enrolled({ state: 'paused' }),
  'somebody whose time is over': () => enrolled({ endsAt: yesterday }),
  'a learner': () => enrolled({ endsAt: tomorrow }),
  'staff of the course': async () => {
    const actor = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, actor, course.courseId);
    return actor;
  },
  'an administrator': () => makeUser(db, { role: 'admin' }),
} satisfies Record<string, () => Promise<Actor | null>>;
type Who = keyof typeof people;

async function enrolled(options: Parameters<typeof makeEnrollment>[3]) {
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, course, options);
  return actor;
}

const doors = {
  'read a lesson': (actor: Actor | null, at: { course: string; lesson: string }) =>
    perform(getLesson, at, { db, actor }),
  'see the standing': (actor: Actor | null, { course: slug }: { course: string; lesson: string }) =>
    perform(getStanding, { course: slug }, { db, actor }),
  'read the library': (actor: Actor | null, { course: slug }: { course: string; lesson: string }) =>
    perform(getLibrary, { course: slug }, { db, actor }),
  'list receipts': (actor: Actor | null, { course: slug }: { course: string; lesson: string }) =>
    perform(listReceipts, { course: slug, before: null }, { db, actor }),
  'record views': (actor: Actor | null, at: { course: string; lesson: string }) =>
    perform(recordViews, { ...at, blocks: ['opening'] }, { db, actor }),
  answer: (actor: Actor | null, at: { course: string; lesson: string }) =>
    perform(answerQuestion, { ...at, block: 'q-1', answer: ['b'], key: randomUUID() }, { db, actor }),
  'complete a lesson': (actor: Actor | null, at: { course: string; lesson: string }) =>
    perform(completeLesson, at, { db, actor }),
};
type Door = keyof typeof doors;
const everyDoor = Object.keys(doors) as Door[];
const writes: Door[] = ['record views', 'answer', 'complete a lesson'];

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'yes',
    (error: Error) => error.name,
  );

/** What each person may; whatever is not named is the same NotFound. */
const may: Record<Who, Door[]> = {
  'a visitor': [],
  'a student of no course': [],
  'a student of another course': [],
  'an instructor of another course': [],
  'somebody withdrawn': ['see the standing', 'list receipts'],
  'somebody paused': ['see the standing', 'list receipts'],
  'somebody whose time is over': ['see the standing', 'list receipts'],
  'a learner': everyDoor,
  'staff of the course': ['read a lesson', 'see the standing', 'read the library'],
  'an administrator': ['read a lesson', 'see the standing', 'read the library'],
};

describe.each(Object.keys(may) as Who[])('%s', (who) => {
  test.each(everyDoor)('%s', async (door) => {
    const actor = await people[who]();
    const expected = may[who].includes(door) ? 'yes' : actor === null ? 'NotSignedIn' : 'NotFound';
    expect(await outcome(doors[door](actor, { course: course.slug, lesson: 'one' }))).toBe(expected);
    if (actor === null || (expected === 'yes' && writes.includes(door))) return;
    const left = await db
      .select()
      .from(enrollments)
      .innerJoin(evidence, eq(evidence.enrollmentId, enrollments.id))
      .where(eq(enrollments.userId, actor.userId));
    expect(left).toEqual([]);
  });
});

test('staff read without a trace', async () => {
  const actor = await people['staff of the course']();
  const before = await db.select().from(lessonProgress);
  const screen = await perform(getLesson, { course: course.slug, lesson: 'one' }, { db, actor });
  expect(screen).toMatchObject({ preview: true, enrollmentId: null, progress: { done: [] } });
  expect(await db.select().from(lessonProgress)).toEqual(before);
});

describe.each<[string, string, string]>([
  ['a course that is not there', 'no-such-course', 'one'],
  ['a lesson that is not there', '', 'three'],
  ['the lesson of another course', '', 'elsewhere'],
])('%s', (_title, slug, lesson) => {
  test.each(['read a lesson', ...writes] satisfies Door[])('is not found: %s', async (door) => {
    await makeCourse(db, { lessons: ['elsewhere'] });
    const at = { course: slug || course.slug, lesson };
    expect(await outcome(doors[door](await people['a learner'](), at))).toBe('NotFound');
  });
});

test.each(['One', 'a/b', '../x', '', 'x'.repeat(101), '%00', 'é'])(
  'an address that cannot be one is invalid before anything is looked up: "%s"',
  async (lesson) => {
    const actor = await people['a learner']();
    for (const door of ['read a lesson', ...writes] satisfies Door[]) {
      expect(await outcome(doors[door](actor, { course: course.slug, lesson }))).toBe('InvalidInput');
    }
  },
);
