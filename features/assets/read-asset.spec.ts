import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { recordAsset, recordDraftAsset } from '@/db/queries/assets';
import { courseStaff, courses, editionAssets, editions, enrollments } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { Asset } from '@/rules/authoring/course-files';
import { InvalidInput, NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { readAsset } from './read-asset';

let db: Database;
let close: () => Promise<void>;
/** A course whose first edition had `old`, whose current one has `taught` and `cover`, whose draft `draft`. */
let course: Awaited<ReturnType<typeof makeCourse>>;
const hashOf = (name: string) => createHash('sha256').update(name).digest('hex');
const names = ['cover', 'taught', 'old', 'draft', 'elsewhere', 'orphan', 'missing'] as const;
type Name = (typeof names)[number];
const people: Record<string, Actor | null> = { nobody: null };

const asset = (name: Name): Asset => ({
  hash: hashOf(name),
  type: 'image/png',
  bytes: 10,
  width: 4,
  height: 3,
});

/** A further edition of the course, which becomes the current one. */
async function nextEdition(number: number, used: Name[], cover?: Name): Promise<string> {
  const [last] = await db.select().from(editions).where(eq(editions.courseId, course.courseId));
  if (!last) throw new Error('no edition');
  const manifest = { ...last.manifest, ...(cover ? { cover: hashOf(cover) } : {}) };
  const values = { courseId: course.courseId, number, contentHash: `edition-${number}`, manifest };
  const [row] = await db.insert(editions).values(values).returning({ id: editions.id });
  const editionId = row?.id ?? '';
  const rows = used.map((name) => ({ editionId, path: `assets/${name}.png`, hash: hashOf(name) }));
  await db.insert(editionAssets).values(rows);
  await db.update(courses).set({ currentEditionId: editionId }).where(eq(courses.id, course.courseId));
  return editionId;
}

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  course = await makeCourse(db);
  for (const name of names) if (name !== 'missing') await recordAsset(db, asset(name));
  const owner = await makeUser(db, { role: 'instructor' });
  const first = await nextEdition(2, ['old']);
  const current = await nextEdition(3, ['cover', 'taught'], 'cover');
  await recordDraftAsset(db, {
    courseId: course.courseId,
    path: 'assets/draft.png',
    hash: hashOf('draft'),
    addedBy: owner.userId,
  });
  const other = await makeCourse(db);
  await recordDraftAsset(db, {
    courseId: other.courseId,
    path: 'assets/x.png',
    hash: hashOf('elsewhere'),
    addedBy: owner.userId,
  });
  const person = async (name: string, role: 'student' | 'instructor' | 'admin' = 'student') => {
    const actor = await makeUser(db, { role });
    people[name] = actor;
    return actor;
  };
  const on = (editionId: string) => ({ courseId: course.courseId, editionId });
  await makeEnrollment(db, await person('a learner of the current edition'), on(current));
  await makeEnrollment(db, await person('a learner of an older edition'), on(first));
  await makeEnrollment(db, await person('who withdrew'), on(current), { state: 'withdrawn' });
  await makeEnrollment(db, await person('who pauses'), on(current), { state: 'paused' });
  await makeEnrollment(db, await person('whose time is over'), on(current), {
    endsAt: new Date('2020-01-01'),
  });
  await makeEnrollment(db, await person('a learner of another course'), other);
  await person('who is in no course');
  const grader = await person('a grader', 'instructor');
  await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
  people.owner = owner;
  await makeStaff(db, owner, course.courseId);
  await makeStaff(db, await person('an instructor of another course', 'instructor'), other.courseId);
  await person('an administrator', 'admin');
});
afterAll(() => close());

const read = (actor: Actor | null, name: Name) =>
  perform(readAsset, { course: course.slug, hash: hashOf(name) }, { db, actor });

/** What somebody may read. */
async function readable(actor: Actor | null): Promise<Name[]> {
  const found: Name[] = [];
  for (const name of names) {
    const answer = await read(actor, name).catch((error) => error);
    if (answer instanceof NotFound) continue;
    expect(answer).toMatchObject({ hash: hashOf(name), forEverybody: name === 'cover' });
    found.push(name);
  }
  return found;
}

const all: Name[] = ['cover', 'taught', 'old', 'draft'];

describe('the files of a course', () => {
  test.each<[string, Name[]]>([
    ['nobody', ['cover']],
    ['who is in no course', ['cover']],
    ['a learner of the current edition', ['cover', 'taught']],
    ['a learner of an older edition', ['cover', 'taught', 'old']],
    ['who withdrew', ['cover']],
    ['who pauses', ['cover']],
    ['whose time is over', ['cover']],
    ['a learner of another course', ['cover']],
    ['a grader', all],
    ['owner', all],
    ['an instructor of another course', ['cover']],
    ['an administrator', all],
  ])('for %s are %j', async (who, expected) => {
    expect(await readable(people[who] ?? null)).toEqual(expected);
  });

  test('say what they are and how they were called last', async () => {
    expect(await read(people.owner ?? null, 'draft')).toEqual({
      ...asset('draft'),
      path: 'assets/draft.png',
      forEverybody: false,
    });
  });

  test('take one query', async () => {
    const statements: string[] = [];
    const counted = new Proxy(db, {
      get: (target, key) => {
        if (['select', 'execute'].includes(String(key))) statements.push(String(key));
        return Reflect.get(target, key);
      },
    });
    const actor = people['a learner of the current edition'] ?? null;
    await perform(readAsset, { course: course.slug, hash: hashOf('taught') }, { db: counted, actor });
    expect(statements).toHaveLength(1);
  });

  test.each([
    ['a hash that is none', { hash: 'x' }],
    ['a hash in capitals', { hash: hashOf('cover').toUpperCase() }],
    ['a course that is none', { course: '../x' }],
    ['a NUL', { course: 'a\0' }],
  ])('are not asked for with %s', async (_title, changes) => {
    const input = { course: course.slug, hash: hashOf('cover'), ...changes };
    await expect(perform(readAsset, input, { db, actor: null })).rejects.toThrow(InvalidInput);
  });
});

describe('the cover', () => {
  const set = (values: Record<string, unknown>) =>
    db.update(courses).set(values).where(eq(courses.id, course.courseId));

  test('of an archived course is for its people alone', async () => {
    await set({ archivedAt: sql`now()` });
    expect(await readable(null)).toEqual([]);
    const learner = people['a learner of the current edition'] ?? null;
    expect(await read(learner, 'cover')).toMatchObject({ forEverybody: false });
    await set({ archivedAt: null });
  });

  test('of a course that was never published is for its people alone', async () => {
    const [before] = await db.select().from(courses).where(eq(courses.id, course.courseId));
    await set({ currentEditionId: null });
    expect(await readable(null)).toEqual([]);
    await set({ currentEditionId: before?.currentEditionId });
  });

  test('that another edition has is for everybody no more', async () => {
    const [row] = await db.select().from(courses).where(eq(courses.id, course.courseId));
    await nextEdition(4, ['cover', 'taught'], 'taught');
    await expect(read(null, 'cover')).rejects.toThrow(NotFound);
    expect(await read(null, 'taught')).toMatchObject({ forEverybody: true });
    await set({ currentEditionId: row?.currentEditionId });
  });
});

test('an enrollment that ends takes effect at once', async () => {
  const learner = await makeUser(db);
  const [row] = await db.select().from(courses).where(eq(courses.id, course.courseId));
  const id = await makeEnrollment(db, learner, {
    courseId: course.courseId,
    editionId: row?.currentEditionId ?? '',
  });
  expect(await read(learner, 'taught')).toBeTruthy();
  await db.update(enrollments).set({ state: 'withdrawn' }).where(eq(enrollments.id, id));
  await expect(read(learner, 'taught')).rejects.toThrow(NotFound);
});
