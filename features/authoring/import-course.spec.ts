import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { recordAsset } from '@/db/queries/assets';
import { draftAssetsOf, replaceDraftAssets } from '@/db/queries/draft-assets';
import { draftFilesOf, recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { editionFilesOf } from '@/db/queries/edition-files';
import { answerKeys, auditLog, courses, editionLessons, editions } from '@/db/schema';
import { getLesson } from '@/features/learning/get-lesson';
import { perform } from '@/server/operation';
import { courseFiles, courseFolder, removeCourseFolders } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { compileCourse } from './compile/course';
import { readCourseFolder } from './course-folder';
import { importCourse, platform } from './import-course';
import { publishEdition } from './publish-edition';
import { publishDraft } from './publishing/publish-draft';
import { reviewPublication } from './publishing/review-publication';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(async () => {
  removeCourseFolders();
  await close();
});

const file = 'modules/1-first/1-one.md';
let count = 0;

/** A course of its own for a test: its folder as it is, and with changes. */
function newCourse() {
  count += 1;
  const slug = `course-${count}`;
  const folder = (changes: Record<string, string> = {}) =>
    courseFolder({ 'course.yaml': courseFiles['course.yaml'].replace('small-course', slug), ...changes });
  return {
    slug,
    folder,
    changed: () => folder({ [file]: courseFiles[file].replace('The opening', 'The new opening') }),
    wrong: () => folder({ [file]: courseFiles[file].replace('ref="D1"', 'ref="D9"') }),
  };
}

async function stored(slug: string) {
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug));
  const rows = course ? await db.select().from(editions).where(eq(editions.courseId, course.id)) : [];
  return {
    courseId: course?.id ?? '',
    numbers: rows.map(({ number }) => number).sort(),
    current: rows.find(({ id }) => id === course?.currentEditionId)?.number ?? null,
    currentId: course?.currentEditionId ?? '',
  };
}

describe('a course folder', () => {
  test('without mistakes becomes edition 1, its keys apart from its lessons, with an audit entry', async () => {
    const { slug, folder } = newCourse();
    expect(await importCourse(db, folder())).toEqual({
      ok: true,
      message: 'A small course: edition 1 published.',
    });
    const { numbers, current, currentId } = await stored(slug);
    expect([numbers, current]).toEqual([[1], 1]);
    const [lesson] = await db.select().from(editionLessons).where(eq(editionLessons.editionId, currentId));
    const [key] = await db.select().from(answerKeys).where(eq(answerKeys.editionId, currentId));
    expect(lesson?.lessonId).toBe('one');
    expect(key?.keys).toMatchObject({ 'q-1': { correct: ['b'] } });
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.object, `course:${slug}`)),
    ).toMatchObject([
      { actorId: null, action: 'publish-edition', detail: { edition: 1, outcome: 'published' } },
    ]);
  });

  test('with a mistake changes nothing, and says where it is', async () => {
    const { slug, folder, wrong } = newCourse();
    await importCourse(db, folder());
    const before = await stored(slug);
    const bad = wrong();
    const { ok, message } = await importCourse(db, bad);
    expect(ok).toBe(false);
    expect(message).toMatch(new RegExp(`${bad}/${file}:\\d+: there is no passage "D9"`));
    expect(await stored(slug)).toEqual(before);
  });

  test('with a mistake from the start makes no course', async () => {
    const { slug, wrong } = newCourse();
    await importCourse(db, wrong());
    expect((await stored(slug)).courseId).toBe('');
  });

  test('that equals what is published publishes nothing', async () => {
    const { slug, folder } = newCourse();
    await importCourse(db, folder());
    expect(await importCourse(db, folder())).toEqual({ ok: true, message: null });
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.object, `course:${slug}`)),
    ).toHaveLength(1);
  });

  test('that changed becomes the next edition; who is enrolled stays on theirs', async () => {
    const { slug, folder, changed } = newCourse();
    await importCourse(db, folder());
    const first = await stored(slug);
    const actor = await makeUser(db);
    await makeEnrollment(db, actor, { courseId: first.courseId, editionId: first.currentId });
    expect((await importCourse(db, changed())).message).toContain('edition 2 published');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 2 });
    const screen = await perform(getLesson, { course: slug, lesson: 'one' }, { db, actor });
    expect(screen.course.edition).toBe(1);
    expect(screen.view.segments[0]?.html).toContain('The opening');
  });

  test('that goes back to what it was makes the older edition current again', async () => {
    const { slug, folder, changed } = newCourse();
    await importCourse(db, folder());
    await importCourse(db, changed());
    expect((await importCourse(db, folder())).message).toContain('edition 1 restored');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 1 });
    expect((await importCourse(db, changed())).message).toContain('edition 2 restored');
  });

  test('imported by five replicas at once is one edition', async () => {
    const { slug, folder } = newCourse();
    const path = folder();
    const results = await Promise.all(Array.from({ length: 5 }, () => importCourse(db, path)));
    expect(results.filter(({ message }) => message !== null)).toHaveLength(1);
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
  });
});

describe('a course that people work on in the studio', () => {
  const message = /was changed in the studio/;

  /** A bundled course with an owner, as it stands after its first import. */
  async function bundled() {
    const course = newCourse();
    await importCourse(db, course.folder());
    const { courseId } = await stored(course.slug);
    const owner = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, owner, courseId);
    const draft = async () => (await draftFilesOf(db, courseId)).find(({ path }) => path === file);
    const edit = async (from: string, to: string) => {
      const was = await draft();
      if (!was) throw new Error('no draft');
      await saveDraftFile(db, { ...was, courseId, text: was.text.replace(from, to), by: owner.userId });
    };
    const publish = async () => {
      const at = { course: course.slug };
      const { reviewed, current } = await perform(reviewPublication, at, { db, actor: owner });
      const input = { ...at, reviewed, against: current?.number ?? 0, note: '', moves: 'none' as const };
      return perform(publishDraft, input, { db, actor: owner });
    };
    return { ...course, courseId, owner, draft, edit, publish };
  }

  test('is replaced, edition and draft, as long as nobody touched it', async () => {
    const { slug, changed, draft } = await bundled();
    expect((await draft())?.text).toContain('The opening');
    expect((await importCourse(db, changed())).message).toContain('edition 2 published');
    expect((await draft())?.text).toContain('The new opening');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 2 });
  });

  test('is kept once somebody changed its draft, and says so once', async () => {
    const { slug, changed, draft, edit } = await bundled();
    await edit('The opening', 'My opening');
    const folder = changed();
    expect(await importCourse(db, folder)).toMatchObject({
      ok: true,
      message: expect.stringMatching(message),
    });
    expect(await importCourse(db, folder)).toEqual({ ok: true, message: null });
    expect((await draft())?.text).toContain('My opening');
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
  });

  test('is kept once somebody gave its draft a picture', async () => {
    const { courseId, slug, changed } = await bundled();
    const asset = { hash: 'b'.repeat(64), type: 'image/png' as const, bytes: 10, width: 1, height: 1 };
    await recordAsset(db, asset);
    await replaceDraftAssets(db, courseId, new Map([['assets/b.png', asset]]), null);
    expect((await importCourse(db, changed())).message).toMatch(message);
    expect((await draftAssetsOf(db, courseId)).size).toBe(1);
    expect(await stored(slug)).toMatchObject({ current: 1 });
  });

  test('is kept once a person published it', async () => {
    const { slug, changed, edit, publish } = await bundled();
    await edit('The opening', 'My opening');
    expect(await publish()).toMatchObject({ number: 2, outcome: 'published' });
    expect((await importCourse(db, changed())).message).toMatch(message);
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 2 });
  });

  test('is kept when a person went back to an edition that came from files', async () => {
    const { slug, folder, changed, edit, publish } = await bundled();
    await importCourse(db, changed());
    await edit('The new opening', 'The opening');
    expect(await publish()).toMatchObject({ number: 1, outcome: 'restored' });
    const again = folder({ [file]: courseFiles[file].replace('The opening', 'The third opening') });
    expect((await importCourse(db, again)).message).toMatch(message);
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 1 });
  });

  test('of the same address that began in the studio is left alone', async () => {
    const { slug, folder } = newCourse();
    const [course] = await db.insert(courses).values({ slug }).returning({ id: courses.id });
    await recordDraftFiles(db, course?.id ?? '', [['course.yaml', 'mine']], null);
    expect((await importCourse(db, folder())).message).toMatch(message);
    expect((await draftFilesOf(db, course?.id ?? '')).map(({ text }) => text)).toEqual(['mine']);
    expect(await stored(slug)).toMatchObject({ numbers: [], current: null });
  });
});

describe('a course that was published before there were drafts', () => {
  /** As such a database is: an edition without its files, and no draft. */
  async function landed() {
    const course = newCourse();
    const { course: compiled } = await compileCourse(await readCourseFolder(course.folder()));
    await perform(publishEdition, compiled as never, { db, actor: platform });
    const { courseId, currentId } = await stored(course.slug);
    expect([await editionFilesOf(db, currentId), await draftFilesOf(db, courseId)]).toEqual([null, []]);
    return { ...course, courseId, currentId };
  }

  test('gets its draft and its files, and no new edition when nothing changed', async () => {
    const { slug, folder, courseId, currentId } = await landed();
    const path = folder();
    expect(await importCourse(db, path)).toEqual({ ok: true, message: null });
    const { texts } = await readCourseFolder(path);
    const draft = await draftFilesOf(db, courseId);
    expect(new Map(draft.map((one) => [one.path, one.text]))).toEqual(texts);
    expect((await editionFilesOf(db, currentId))?.texts).toEqual(texts);
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
  });

  test('gets the next edition when its files changed, with the draft of that', async () => {
    const { slug, changed, courseId } = await landed();
    expect((await importCourse(db, changed())).message).toContain('edition 2 published');
    const [lesson] = (await draftFilesOf(db, courseId)).filter(({ path }) => path === file);
    expect(lesson?.text).toContain('The new opening');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 2 });
  });
});

describe('an edition', () => {
  test('is published by the platform alone', async () => {
    const { slug, folder } = newCourse();
    const { course } = await compileCourse(await readCourseFolder(folder()));
    for (const role of ['student', 'instructor', 'admin'] as const) {
      const actor = await makeUser(db, { role });
      await expect(perform(publishEdition, course as never, { db, actor })).rejects.toMatchObject({
        name: 'NotFound',
      });
    }
    expect((await stored(slug)).courseId).toBe('');
  });

  test('is never changed afterwards', async () => {
    const { slug, folder } = newCourse();
    await importCourse(db, folder());
    const { currentId } = await stored(slug);
    await expect(db.update(editions).set({ number: 9 }).where(eq(editions.id, currentId))).rejects.toThrow();
    await expect(db.delete(answerKeys).where(eq(answerKeys.editionId, currentId))).rejects.toThrow();
    await expect(
      db.update(editionLessons).set({ lessonId: 'x' }).where(eq(editionLessons.editionId, currentId)),
    ).rejects.toThrow();
  });

  test.each([[null], ['text'], [undefined]])('is not made of %j', async (raw) => {
    await expect(perform(publishEdition, raw as never, { db, actor: platform })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
  });
});
