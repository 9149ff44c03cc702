import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { recordDraftFiles } from '@/db/queries/drafts';
import { assets, auditLog, courseStaff, draftAssets, rateLimits } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { Asset } from '@/rules/authoring/course-files';
import { largestDraft } from '@/rules/files/uploads';
import { NotFound, NotSignedIn, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { addAsset } from './add-asset';
import { admitUpload } from './admit-upload';
import { deleteAsset } from './delete-asset';
import { listAssets } from './list-assets';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeEach(async () => {
  course = await makeCourse(db);
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
});

let count = 0;
/** An asset that nobody stored before. */
function newAsset(changes: Partial<Asset> = {}): Asset {
  count += 1;
  const hash = count.toString(16).padStart(64, 'a');
  return { hash, type: 'image/png', bytes: 1000, width: 40, height: 30, ...changes };
}

const add = (name: string, asset: Asset, actor: Actor = owner) =>
  perform(addAsset, { course: course.slug, name, asset }, { db, actor });
const remove = (path: string, actor: Actor = owner) =>
  perform(deleteAsset, { course: course.slug, path }, { db, actor });
const list = (actor: Actor | null = owner) => perform(listAssets, { course: course.slug }, { db, actor });
const admit = (actor: Actor | null = owner) => perform(admitUpload, { course: course.slug }, { db, actor });
const write = (path: string, text: string) => recordDraftFiles(db, course.courseId, [[path, text]], null);
const entries = () => db.select().from(draftAssets).where(eq(draftAssets.courseId, course.courseId));

/** One of each who has no part in writing the course. */
async function others(): Promise<Record<string, Actor>> {
  const grader = await makeUser(db, { role: 'instructor' });
  await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
  const learner = await makeUser(db);
  await makeEnrollment(db, learner, course);
  const stranger = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, stranger, (await makeCourse(db)).courseId);
  return { grader, learner, stranger };
}

describe('a file that is added', () => {
  test('stands in the draft under a path of its name, with an audit entry', async () => {
    const asset = newAsset();
    expect(await add('Hash chain.PNG', asset)).toEqual({
      path: 'assets/hash-chain.png',
      type: 'image/png',
      width: 40,
      height: 30,
    });
    expect(await entries()).toMatchObject([
      { path: 'assets/hash-chain.png', hash: asset.hash, addedBy: owner.userId },
    ]);
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${course.slug}`));
    expect(audit.find(({ action }) => action === 'add-asset')).toMatchObject({
      actorId: owner.userId,
      detail: { path: 'assets/hash-chain.png', hash: asset.hash, bytes: 1000 },
    });
  });

  test('again is the same entry; other bytes under its name get a number', async () => {
    const [one, two] = [newAsset(), newAsset()];
    const paths = [];
    for (const asset of [one, one, two, one, two]) paths.push((await add('x.png', asset)).path);
    expect(paths).toEqual(['x', 'x', 'x-2', 'x', 'x-2'].map((name) => `assets/${name}.png`));
    expect(await entries()).toHaveLength(2);
  });

  test('beside others at the same moment gets a path of its own', async () => {
    const added = await Promise.all(Array.from({ length: 6 }, () => add('x.png', newAsset())));
    expect(new Set(added.map(({ path }) => path)).size).toBe(6);
    expect(await entries()).toHaveLength(6);
  });

  test('in two courses is stored once', async () => {
    const asset = newAsset();
    await add('x.png', asset);
    const other = await makeCourse(db);
    await makeStaff(db, owner, other.courseId);
    await perform(addAsset, { course: other.slug, name: 'y.png', asset }, { db, actor: owner });
    expect(await db.select().from(assets).where(eq(assets.hash, asset.hash))).toHaveLength(1);
  });

  test('is refused where the draft would weigh too much, and then nothing is recorded', async () => {
    await add('a.mp4', newAsset({ bytes: largestDraft - 10 }));
    const more = newAsset({ bytes: 11 });
    await expect(add('b.mp4', more)).rejects.toMatchObject({ code: 'assets-full' });
    expect(await db.select().from(assets).where(eq(assets.hash, more.hash))).toEqual([]);
    expect(await admit()).toEqual({ ok: true });
    await add('c.mp4', newAsset({ bytes: 10 }));
    expect(await admit()).toEqual({ ok: false, code: 'assets-full' });
  });

  test.each([
    ['a hash that is none', { hash: '../../x' }],
    ['a type that is none', { type: 'text/html' as never }],
    ['no bytes', { bytes: 0 }],
    ['an impossible size', { width: -1 }],
  ])('with %s is no input', async (_title, changes) => {
    await expect(add('x', newAsset(changes))).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('sending a file', () => {
  test('is for those who write the course, and for administrators', async () => {
    expect(await admit()).toEqual({ ok: true });
    expect(await admit(await makeUser(db, { role: 'admin' }))).toEqual({ ok: true });
    await expect(admit(null)).rejects.toThrow(NotSignedIn);
    for (const [who, actor] of Object.entries(await others())) {
      await expect(admit(actor), who).rejects.toThrow(NotFound);
      await expect(add('x.png', newAsset(), actor), who).rejects.toThrow(NotFound);
      await expect(remove('assets/x.png', actor), who).rejects.toThrow(NotFound);
    }
    expect(await entries()).toEqual([]);
  });

  test('is limited to 200 an hour and person, and each try counts', async () => {
    await admit();
    await db
      .update(rateLimits)
      .set({ points: sql`199` })
      .where(eq(rateLimits.key, `upload:${owner.userId}`));
    expect(await admit()).toEqual({ ok: true });
    expect(await admit()).toEqual({ ok: false, code: 'too-many-tries' });
    expect(await admit(await makeUser(db, { role: 'admin' }))).toEqual({ ok: true });
  });

  test('to a course that is not there is the same as to one of others', async () => {
    const nowhere = perform(admitUpload, { course: 'no-such-course' }, { db, actor: owner });
    await expect(nowhere).rejects.toThrow(NotFound);
  });
});

const lesson = 'modules/1-first/1-one.md';
const text = (body: string) => `---\nid: one\ntitle: "Lesson: one"\n---\n\n${body}\n`;

describe('the list of files', () => {
  test('says of each where the draft names it', async () => {
    for (const name of ['chain.png', 'chain-2.png', 'cover.png', 'film.mp4', 'unused.png']) {
      const type = name.endsWith('mp4') ? 'video/mp4' : 'image/png';
      await add(name, newAsset({ type, bytes: 100 }));
    }
    const body =
      '![A](assets/chain.png) and ![B](assets/chain.png)\n\n::media{src="assets/film.mp4"}\n\n![C](assets/chain-2.png)';
    const ids = await write(lesson, text(body));
    await write('course.yaml', 'title: A course\ncover: assets/cover.png\n');
    await write('notes.md', 'See assets/unused.pngx and assets/unused-2.png.');
    const { assets: listed, bytes, mayEdit } = await list();
    const places = Object.fromEntries(
      listed.map(({ path, uses }) => [path, uses.map(({ title, line, lesson: of }) => [title, line, of])]),
    );
    expect(places).toEqual({
      'assets/chain.png': [['Lesson: one', 6, true]],
      'assets/chain-2.png': [['Lesson: one', 10, true]],
      'assets/cover.png': [['course.yaml', 2, false]],
      'assets/film.mp4': [['Lesson: one', 8, true]],
      'assets/unused.png': [],
    });
    expect(listed.find(({ path }) => path === 'assets/chain.png')).toMatchObject({
      addedBy: owner.name,
      uses: [{ fileId: ids.get(lesson), path: lesson }],
    });
    expect([bytes, mayEdit]).toEqual([500, true]);
  });

  test('is for everybody who sees the studio; a grader changes nothing', async () => {
    const { grader, learner, stranger } = await others();
    if (!grader || !learner || !stranger) throw new Error('nobody');
    expect(await list(grader)).toEqual({ assets: [], bytes: 0, mayEdit: false });
    await expect(list(learner)).rejects.toThrow(NotFound);
    await expect(list(stranger)).rejects.toThrow(NotFound);
    await expect(list(null)).rejects.toThrow(NotSignedIn);
  });
});

describe('a file that is deleted', () => {
  test('is gone from the draft, with an audit entry; its bytes stay', async () => {
    const asset = newAsset();
    const { path } = await add('x.png', asset);
    expect(await remove(path)).toEqual({ ok: true });
    expect(await entries()).toEqual([]);
    expect(await db.select().from(assets).where(eq(assets.hash, asset.hash))).toHaveLength(1);
    const audit = await db.select().from(auditLog).where(eq(auditLog.action, 'delete-asset'));
    expect(audit.at(-1)).toMatchObject({ object: `course:${course.slug}`, detail: { path } });
  });

  test('stays while the draft names it, and the places are said', async () => {
    const { path } = await add('x.png', newAsset());
    await write(lesson, text('![A](assets/x.png)'));
    const answer = await remove(path);
    expect(answer).toMatchObject({
      ok: false,
      code: 'asset-in-use',
      uses: [{ title: 'Lesson: one', line: 6 }],
    });
    expect(await entries()).toHaveLength(1);
  });

  test('that is not there is not found, here and in another course', async () => {
    await expect(remove('assets/x.png')).rejects.toThrow(NotFound);
    const { path } = await add('x.png', newAsset());
    const other = await makeCourse(db);
    await makeStaff(db, owner, other.courseId);
    const elsewhere = perform(deleteAsset, { course: other.slug, path }, { db, actor: owner });
    await expect(elsewhere).rejects.toThrow(NotFound);
  });
});
