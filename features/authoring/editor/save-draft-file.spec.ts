import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFile, recordDraftFiles } from '@/db/queries/drafts';
import { auditLog, courseStaff, draftFiles } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { InvalidInput, NotFound, NotSignedIn, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { saveDraftFile } from './save-draft-file';

let db: Database;
let close: () => Promise<void>;
let ann: Actor;
let ben: Actor;
let course: { courseId: string; slug: string };
const path = 'modules/1-first/1-one.md';
const text = courseFiles[path];

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  ann = await makeUser(db, { role: 'instructor', name: 'Ann' });
  ben = await makeUser(db, { role: 'instructor', name: 'Ben' });
  course = await makeCourse(db);
  await makeStaff(db, ann, course.courseId);
  await makeStaff(db, ben, course.courseId);
});
afterAll(() => close());

let number = 0;
async function newFile(): Promise<string> {
  number += 1;
  const name = `modules/${number}-m/1-one.md`;
  const ids = await recordDraftFiles(db, course.courseId, [[name, text]], null);
  return ids.get(name) ?? '';
}

const save = (actor: Actor | null, file: string, version: unknown, newText: string, slug = course.slug) =>
  perform(saveDraftFile, { course: slug, file, version, text: newText }, { db, actor });

const stored = async (file: string) => (await draftFile(db, course.courseId, file))?.text;

describe('a text', () => {
  test('is saved as it is, and gets the next version', async () => {
    const file = await newFile();
    const odd = `${text}\r\n\ttrailing  \n\n🐉 ‮ “”`;
    expect(await save(ann, file, 1, odd)).toEqual({ ok: true, version: 2, savedAt: expect.any(String) });
    expect(await stored(file)).toBe(odd);
    expect(await save(ann, file, 2, text)).toMatchObject({ ok: true, version: 3 });
  });

  test('that is stored already changes nothing, whichever version it is said to follow', async () => {
    const file = await newFile();
    expect(await save(ann, file, 1, text)).toMatchObject({ ok: true, version: 1 });
    await save(ann, file, 1, 'new');
    expect(await save(ben, file, 1, 'new')).toMatchObject({ ok: true, version: 2 });
    expect(await draftFile(db, course.courseId, file)).toMatchObject({ version: 2, updatedBy: 'Ann' });
  });

  test('of somebody else is never written over: it is the answer', async () => {
    const file = await newFile();
    await save(ann, file, 1, 'of Ann');
    expect(await save(ben, file, 1, 'of Ben')).toEqual({
      ok: false,
      current: { text: 'of Ann', version: 2, savedBy: 'Ann', savedAt: expect.any(String) },
    });
    expect(await stored(file)).toBe('of Ann');
    expect(await save(ben, file, 2, 'of Ben')).toMatchObject({ ok: true, version: 3 });
  });

  test('is saved by one of many who save at once; each of the others is told', async () => {
    const file = await newFile();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_none, index) => save(index % 2 ? ann : ben, file, 1, `text ${index}`)),
    );
    const won = answers.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    const winner = await stored(file);
    for (const answer of answers) if (!answer.ok) expect(answer.current.text).toBe(winner);
  });
});

describe('who may not save', () => {
  test('is told the same as of a file that is not there', async () => {
    const file = await newFile();
    const other = await makeUser(db, { role: 'instructor' });
    const student = await makeUser(db);
    const grader = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
    const elsewhere = await makeCourse(db);
    await makeStaff(db, other, elsewhere.courseId);
    for (const actor of [other, student, grader])
      await expect(save(actor, file, 1, 'x')).rejects.toThrow(NotFound);
    // The file of one course under the address of another.
    await expect(save(other, file, 1, 'x', elsewhere.slug)).rejects.toThrow(NotFound);
    await expect(save(ann, crypto.randomUUID(), 1, 'x')).rejects.toThrow(NotFound);
    await expect(save(null, file, 1, 'x')).rejects.toThrow(NotSignedIn);
    expect(await stored(file)).toBe(text);
  });

  test('nor does anybody save a file that was deleted', async () => {
    const file = await newFile();
    await db.update(draftFiles).set({ deletedAt: new Date() }).where(eq(draftFiles.id, file));
    await expect(save(ann, file, 1, 'x')).rejects.toThrow(NotFound);
  });
});

test.each([
  ['a NUL', 'a\u0000b'],
  ['half a character', 'a\ud800b'],
  ['too many characters', 'x'.repeat(2_000_001)],
  ['too many bytes', '话'.repeat(1_500_000)],
])('a text with %s is refused', async (_what, bad) => {
  const file = await newFile();
  await expect(save(ann, file, 1, bad)).rejects.toThrow(InvalidInput);
  expect(await stored(file)).toBe(text);
});

test.each([0, -1, 1.5, 'x', null])('the version %j is refused', async (version) => {
  const file = await newFile();
  await expect(save(ann, file, version, 'x')).rejects.toThrow(InvalidInput);
});

test('two megabytes are saved', async () => {
  const file = await newFile();
  expect(await save(ann, file, 1, 'word '.repeat(400_000))).toMatchObject({ ok: true });
});

test('the audit log has one entry for a sitting, and one when somebody else goes on', async () => {
  const file = await newFile();
  const entries = () =>
    db
      .select({ by: auditLog.actorId, detail: auditLog.detail })
      .from(auditLog)
      .where(eq(auditLog.action, 'save-draft-file'))
      .orderBy(desc(auditLog.id));
  const before = (await entries()).length;
  await save(ann, file, 1, text);
  expect(await entries()).toHaveLength(before);
  for (let version = 1; version <= 5; version += 1) await save(ann, file, version, `text ${version}`);
  expect(await entries()).toHaveLength(before + 1);
  await save(ben, file, 1, 'a conflict');
  expect(await entries()).toHaveLength(before + 1);
  await save(ben, file, 6, 'of Ben');
  const all = await entries();
  expect(all).toHaveLength(before + 2);
  expect(all[0]).toMatchObject({ by: ben.userId, detail: { file: expect.stringContaining('1-one.md') } });
});
