import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { draftFileAt, recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { assets, auditLog, courseStaff, courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { getCourseSettings } from './get-course-settings';
import { saveCourseSettings } from './save-course-settings';
import type { SettingsValues } from './settings-values';

let db: Database;
let close: () => Promise<void>;
let made: Awaited<ReturnType<typeof makeCourse>>;
let ines: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const head = `${courseFiles['course.yaml']}# the end\n`;
beforeEach(async () => {
  made = await makeCourse(db);
  ines = await makeUser(db, { role: 'instructor', name: 'Ines' });
  await makeStaff(db, ines, made.courseId);
  await recordDraftFiles(db, made.courseId, [['course.yaml', head]], ines.userId);
});

const settings = (actor: Actor | null = ines) =>
  perform(getCourseSettings, { course: made.slug }, { db, actor });
const stored = async () => (await draftFileAt(db, made.courseId, 'course.yaml'))?.text;
/** Saves what the form shows, with some fields typed anew. */
async function save(typed: { [field: string]: string | number } = {}, actor: Actor | null = ines) {
  const { words } = await settings();
  if (!words) throw new Error('no words');
  const input = { course: made.slug, version: words.version, ...words.values, ...typed };
  return perform(saveCourseSettings, input, { db, actor });
}
const member = async (role: CourseRole) => {
  const person = await makeUser(db, { role: 'instructor' });
  await db.insert(courseStaff).values({ courseId: made.courseId, userId: person.userId, role });
  return person;
};

test('the form shows what the course says, who saved it, who works on it and how many learn', async () => {
  await makeEnrollment(db, await makeUser(db), made);
  await makeEnrollment(db, await makeUser(db), made, { state: 'withdrawn' });
  expect(await settings()).toMatchObject({
    archived: false,
    published: true,
    mayEdit: true,
    mayOwn: true,
    words: {
      version: 1,
      savedBy: 'Ines',
      values: {
        title: 'A small course',
        outcomes: 'Explain it',
        authors: 'The team: Writes.',
        builtOnDate: '2019-10',
        cover: '',
      },
    },
    staff: [{ name: 'Ines', role: 'owner', self: true }],
    learners: 1,
  });
});

test('saving what is there already changes nothing and is no deed', async () => {
  expect(await save()).toEqual({ changed: [] });
  expect(await stored()).toBe(head);
  expect((await settings()).words?.version).toBe(1);
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${made.slug}`));
  expect(log.filter(({ action }) => action === 'save-course-settings')).toEqual([]);
});

test('what was typed is in course.yaml, and the rest of the file is as it was', async () => {
  const typed = { title: 'A larger course', outcomes: 'Explain it\n\nJudge it', builtOnTitle: 'A law' };
  expect((await save(typed)).changed.sort()).toEqual(['builtOn', 'outcomes', 'title']);
  expect(await stored()).toBe(
    head
      .replace('title: A small course', 'title: A larger course')
      .replace('outcomes: [Explain it]', 'outcomes: [ Explain it, Judge it ]')
      .replace('title: An article', 'title: A law'),
  );
  expect((await settings()).words).toMatchObject({
    version: 2,
    values: { ...typed, outcomes: 'Explain it\nJudge it' },
  });
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${made.slug}`));
  expect(log.at(-1)).toMatchObject({ action: 'save-course-settings', actorId: ines.userId });
});

test('every field can be changed and emptied where it may be empty', async () => {
  const typed = {
    title: '区块链',
    summary: 'New.',
    audience: 'A\nB',
    notFor: 'C',
    language: 'zh-Hans',
    level: 'Some',
    zone: 'Asia/Shanghai',
    verified: '2026-02-02',
    authors: 'Ada: Writes.\n团队：检查',
    builtOnTitle: '',
    builtOnPublisher: '',
    builtOnDate: '',
    builtOnNote: '',
  };
  await save(typed);
  expect((await settings()).words?.values).toMatchObject({ ...typed, authors: 'Ada: Writes.\n团队: 检查' });
  const [row] = await db.select().from(courses).where(eq(courses.slug, made.slug));
  expect(row?.zone).toBe('Asia/Shanghai');
  const empty = { summary: '', audience: '', notFor: '', level: '', authors: '', outcomes: '' };
  await save(empty);
  expect((await settings()).words?.values).toMatchObject(empty);
});

test('somebody who saved meanwhile is not overwritten', async () => {
  const other = await member('editor');
  await save({ title: 'Theirs' }, other);
  await expect(save({ title: 'Mine', version: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await settings()).words).toMatchObject({
    version: 2,
    savedBy: other.name,
    values: { title: 'Theirs' },
  });
  await save({ title: 'Mine', version: 2 });
  expect((await settings()).words?.values.title).toBe('Mine');
});

test('of two who save at once, one is told', async () => {
  const outcomes = await Promise.allSettled([save({ title: 'One' }), save({ title: 'Two' })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await settings()).words?.version).toBe(2);
});

test('a cover is one of the pictures of the course', async () => {
  const rows = (['image/png', 'application/pdf'] as const).map((type, at) => ({
    hash: `${at}`.repeat(64),
    type,
    bytes: 1,
  }));
  await db.insert(assets).values(rows).onConflictDoNothing();
  const used = new Map(
    rows.map(({ hash, type }) => [type === 'image/png' ? 'assets/a.png' : 'assets/b.pdf', { hash }]),
  );
  await replaceDraftAssets(db, made.courseId, used, null);
  expect((await settings()).pictures).toEqual([{ path: 'assets/a.png', hash: '0'.repeat(64) }]);
  await save({ cover: 'assets/a.png' });
  expect(await stored()).toContain('cover: assets/a.png\n');
  for (const cover of ['assets/b.pdf', 'assets/none.png', '../a.png'])
    await expect(save({ cover })).rejects.toMatchObject({ fields: { cover: expect.any(String) } });
  await save({ cover: '' });
  expect(await stored()).toBe(head);
});

test.each([
  ['title', { title: '' }],
  ['title', { title: 'a\u0000b' }],
  ['summary', { summary: 'x'.repeat(1_001) }],
  ['zone', { zone: 'Nowhere' }],
  ['language', { language: '' }],
  ['verified', { verified: '2026-02-30' }],
  ['verified', { verified: '' }],
  ['authors', { authors: 'Ada: Writes.\nNobody' }],
  ['builtOnTitle', { builtOnTitle: '' }],
  ['builtOnDate', { builtOnDate: 'in May' }],
  ['builtOnNote', { builtOnNote: '' }],
  ['form', { slug: 'another' }],
])('%s: a mistake is said at its field and nothing is saved', async (field, typed) => {
  await expect(save(typed)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  expect(await stored()).toBe(head);
});

test('what an unfinished draft lacks does not keep anybody from saving the rest', async () => {
  const file = await draftFileAt(db, made.courseId, 'course.yaml');
  const text =
    'title: A\nlanguage: en\nzone: UTC\nverified: 2026-01-01\nauthors: [{name: "A: B"}]\nbuiltOn: {title: X}\n';
  await saveDraftFile(db, { courseId: made.courseId, id: file?.id ?? '', version: 1, text, by: ines.userId });
  expect(await save({ title: 'B' })).toEqual({ changed: ['title'] });
  expect(await stored()).toBe(text.replace('title: A', 'title: B'));
});

test('a course.yaml that cannot be read is left alone', async () => {
  const file = await draftFileAt(db, made.courseId, 'course.yaml');
  const { words } = await settings();
  await saveDraftFile(db, {
    courseId: made.courseId,
    id: file?.id ?? '',
    version: 1,
    text: 'title: "open',
    by: ines.userId,
  });
  expect(await settings()).toMatchObject({ words: null, fileId: file?.id });
  await expect(
    perform(
      saveCourseSettings,
      { course: made.slug, version: 2, ...(words?.values as SettingsValues) },
      { db, actor: ines },
    ),
  ).rejects.toMatchObject({ code: 'course-head-unreadable' });
  expect(await stored()).toBe('title: "open');
});

test('editors save, graders read, and for everybody else there is no such course', async () => {
  expect(await save({ level: 'Some' }, await member('editor'))).toEqual({ changed: ['level'] });
  expect(await save({ level: 'More' }, await makeUser(db, { role: 'admin' }))).toEqual({
    changed: ['level'],
  });
  const grader = await member('grader');
  expect(await settings(grader)).toMatchObject({ mayEdit: false, mayOwn: false });
  await expect(save({ level: 'None' }, grader)).rejects.toMatchObject({ name: 'NotFound' });
  const enrolled = await makeUser(db);
  await makeEnrollment(db, enrolled, made);
  for (const actor of [await makeUser(db, { role: 'instructor' }), enrolled]) {
    await expect(settings(actor)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(save({ level: 'None' }, actor)).rejects.toMatchObject({ name: 'NotFound' });
  }
  await expect(settings(null)).rejects.toMatchObject({ name: 'NotSignedIn' });
  await expect(save({}, null)).rejects.toMatchObject({ name: 'NotSignedIn' });
});
