import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courseStaff, courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { slugProblem } from '@/rules/authoring/course-draft';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';
import { createCourse } from './create-course';

let db: Database;
let close: () => Promise<void>;
let ines: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  ines = await makeUser(db, { role: 'instructor', name: 'Ines: "the" author' });
});
afterAll(() => close());

const whole = {
  title: 'Reading: a "Policy"',
  summary: 'Close reading,\nin two lines.',
  language: 'ZH-hans',
  zone: 'asia/shanghai',
  level: '101',
  audience: 'Teachers\n\n- Students: all of them',
  outcomes: 'Explain it\n# Judge it',
};
const create = (input: object, actor: Actor | null = ines, now?: Date) =>
  perform(createCourse, input as { title: string }, { db, actor, ...(now ? { now } : {}) });
const rowOf = async (slug: string) => {
  const [row] = await db.select().from(courses).where(eq(courses.slug, slug));
  if (!row) throw new Error(`no course ${slug}`);
  return row;
};

test('a new course belongs to whoever made it, and its draft is a course that could be published', async () => {
  const { slug } = await create(whole, ines, new Date('2026-11-04T20:00:00Z'));
  expect(slug).toBe('reading-a-policy');
  const { id, currentEditionId, zone } = await rowOf(slug);
  expect([currentEditionId, zone]).toEqual([null, 'Asia/Shanghai']);
  expect(await db.select().from(courseStaff).where(eq(courseStaff.courseId, id))).toMatchObject([
    { userId: ines.userId, role: 'owner' },
  ]);
  const draft = await draftOf(db, id);
  const { problems: prompts } = await compileCourse(draft);
  expect(new Set(prompts.map(({ message }) => message.split(':')[0]))).toEqual(
    new Set(['still to be written']),
  );
  const written = [...draft.texts].map(([path, text]): [string, string] => [
    path,
    text.replace(/\[\[write: [^\]]*\]\]/g, 'Some words.'),
  ]);
  const { course, problems } = await compileCourse({ ...draft, texts: new Map(written) });
  expect(problems).toEqual([]);
  expect(course).toMatchObject({
    slug,
    zone: 'Asia/Shanghai',
    manifest: {
      summary: 'Close reading, in two lines.',
      language: 'zh-Hans',
      level: '101',
      verified: '2026-11-05',
      audience: ['Teachers', '- Students: all of them'],
      outcomes: ['Explain it', '# Judge it'],
      modules: [{ lessons: [{ id: 'first-lesson', blocks: [{ id: 'opening' }, { id: 'the-first-part' }] }] }],
    },
  });
  expect(
    await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${slug}`)),
  ).toMatchObject([{ action: 'create-course', actorId: ines.userId }]);
});

test('a title is enough: what is missing is a problem of course.yaml, to be filled in later', async () => {
  const { slug } = await create({ title: 'Only a title' });
  const { course, problems } = await compileCourse(await draftOf(db, (await rowOf(slug)).id));
  expect(course).toBeNull();
  const inHead = problems.filter(({ file }) => file === 'course.yaml');
  expect(inHead.map(({ file, message }) => `${file} ${message.split(':')[0]}`).sort()).toEqual([
    'course.yaml audience',
    'course.yaml level',
    'course.yaml outcomes',
    'course.yaml summary',
  ]);
});

test('a Chinese title has an address of its own: the one that was typed, or one that was made', async () => {
  expect(await create({ title: '区块链政策', slug: ' Blockchain-Policy ' })).toEqual({
    slug: 'blockchain-policy',
  });
  const { slug } = await create({ title: '区块链政策' });
  expect(slug).toMatch(/^course-[0-9a-f]{6}$/);
  const [head] = [...(await draftOf(db, (await rowOf(slug)).id)).texts];
  expect(head).toEqual(['course.yaml', expect.stringContaining('title: 区块链政策\n')]);
});

test('an address that is taken or cannot be one is a mistake of its field, and nothing is made', async () => {
  await create({ title: 'Taken', slug: 'taken' });
  await expect(create({ title: 'Another', slug: 'taken' })).rejects.toMatchObject({
    fields: { slug: 'Another course has this address. taken-2 is free.' },
  });
  for (const slug of ['import', 'new', 'a b', '../x', 'ä', 'x'.repeat(61), 'nul\0']) {
    await expect(create({ title: 'Another', slug })).rejects.toMatchObject({
      fields: { slug: slugProblem(slug) },
    });
  }
  await expect(create({ title: 'Another', slug: 'x'.repeat(1_000_000) })).rejects.toMatchObject({
    fields: { slug: expect.any(String) },
  });
  expect(await db.select().from(auditLog).where(eq(auditLog.object, 'course:taken'))).toHaveLength(1);
});

test('equal titles get addresses of their own, also at the same moment', async () => {
  const made = [];
  for (let i = 0; i < 6; i += 1) made.push((await create({ title: 'The same' })).slug);
  expect(made.slice(0, 4)).toEqual(['the-same', 'the-same-2', 'the-same-3', 'the-same-4']);
  expect(made.slice(4)).toEqual([expect.stringMatching(/^the-same-[0-9a-f]{6}$/), expect.any(String)]);
  expect(new Set(made).size).toBe(6);

  const race = await Promise.allSettled(
    Array.from({ length: 5 }, () => create({ title: 'Race', slug: 'race' })),
  );
  expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of race) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'InvalidInput' });
  }
});

test.each([
  ['title', { title: ' \n ' }],
  ['title', { title: 'x'.repeat(201) }],
  ['title', { title: 'a\u0000b' }],
  ['title', { title: 'a\ud800b' }],
  ['title', { title: 'a\u001bb' }],
  ['zone', { zone: 'Mars/Olympus' }],
  ['zone', { zone: `Etc/${'x'.repeat(200)}` }],
  ['language', { language: 'english' }],
  ['outcomes', { outcomes: 'x\n'.repeat(51) }],
  ['audience', { audience: 'x'.repeat(20_001) }],
  ['form', { seats: '5' }],
])('%s: what cannot be stored or meant is refused at its field', async (field, wrong) => {
  await expect(create({ ...whole, ...wrong })).rejects.toMatchObject({
    name: 'InvalidInput',
    fields: { [field]: expect.any(String) },
  });
});

test('a student makes no course, and nobody does without signing in', async () => {
  await expect(create(whole, await makeUser(db))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(create(whole, null)).rejects.toMatchObject({ name: 'NotSignedIn' });
});
