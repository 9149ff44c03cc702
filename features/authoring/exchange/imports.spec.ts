import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courseImports, courseStaff, courses, draftFiles } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, perform, Refused } from '@/server/operation';
import { contentType, formOf, memoryStore, zipOfFiles } from '@/test/archives';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeStaff, makeUser } from '@/test/factories';
import { admitImport } from './admit-import';
import { admitNewCourse } from './admit-new-course';
import { applyImport } from './apply-import';
import { createFromImport } from './create-from-import';
import { exportCourse } from './export-course';
import { getImport } from './get-import';
import { listImports } from './list-imports';
import { prepareUpload } from './prepare-upload';
import { stageImport } from './stage-import';
import { stageNewCourse } from './stage-new-course';

let db: Database;
let close: () => Promise<void>;
let owner: Actor;
let slug: string;
let courseId: string;
let count = 0;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const lesson = 'modules/1-first/1-one.md';
const filesOf = (course: string, changes: Record<string, string> = {}) => ({
  ...courseFiles,
  'course.yaml': courseFiles['course.yaml'].replace('small-course', course),
  ...changes,
});
const as = (actor: Actor) => ({ db, actor });

/** A prepared upload of some files, into a course where one is given. */
async function prepared(files: Record<string, string>, into: string | null = null, name = 'course.zip') {
  const draft = into ? (await perform(exportCourse, { course: into }, as(owner))).files : null;
  const data = name.endsWith('.zip') ? zipOfFiles(files) : (Object.values(files)[0] ?? '');
  return prepareUpload(formOf([{ name, data }], 64 * 1024), {
    contentType,
    store: memoryStore(),
    verified: '2026-11-23',
    into: into && draft ? { slug: into, draft } : null,
  });
}
const staged = async (files: Record<string, string>, name?: string) =>
  (await perform(stageImport, { course: slug, prepared: await prepared(files, slug, name) }, as(owner))).id;
const draftNow = async () =>
  Object.fromEntries((await perform(exportCourse, { course: slug }, as(owner))).files.texts);
const apply = async (id: string, actor = owner, draft?: string) => {
  const shown = draft ?? (await perform(getImport, { course: slug, import: id }, as(actor))).draft;
  return perform(applyImport, { course: slug, import: id, draft: shown }, as(actor));
};

beforeEach(async () => {
  owner = await makeUser(db, { role: 'instructor' });
  count += 1;
  slug = `course-${count}`;
  const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf(slug)) }, as(owner));
  await perform(createFromImport, { import: id, slug }, as(owner));
  const [row] = await db.select().from(courses).where(eq(courses.slug, slug));
  courseId = row?.id ?? '';
});

describe('an import into a course', () => {
  const changed = () =>
    filesOf(slug, {
      [lesson]: courseFiles[lesson].replace('The opening', 'Another opening'),
      'notes.md': 'new\n',
    });

  test('changes nothing before it is applied, then all of it at once; files keep their ids', async () => {
    const before = await draftNow();
    const rows = () =>
      db
        .select({ id: draftFiles.id })
        .from(draftFiles)
        .where(and(eq(draftFiles.courseId, courseId), eq(draftFiles.path, lesson)));
    const [file] = await rows();
    const { 'glossary/all.yaml': _gone, ...files } = changed();
    const id = await staged(files);
    const shown = await perform(getImport, { course: slug, import: id }, as(owner));
    expect(shown.changes).toEqual([
      { path: 'glossary/all.yaml', how: 'removed', sort: 'text', more: 0, fewer: 7 },
      { path: lesson, how: 'changed', sort: 'text', more: 1, fewer: 1 },
      { path: 'notes.md', how: 'added', sort: 'text', more: 1, fewer: 0 },
    ]);
    // The glossary is gone, so the compiler has something to say, with file and line.
    expect(shown.groups.find(({ group }) => group === 'stops')?.notes).toContainEqual(
      expect.objectContaining({
        file: lesson,
        line: 16,
        message: expect.stringContaining('no glossary entry'),
      }),
    );
    expect(await draftNow()).toEqual(before);
    expect(await apply(id)).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(await draftNow()).toEqual(files);
    expect(await rows()).toEqual([file]);
    const log = await db.select().from(auditLog).where(eq(auditLog.action, 'apply-import'));
    expect(log).toContainEqual(expect.objectContaining({ object: `course:${slug}`, actorId: owner.userId }));
  });

  test('keeps the draft as it was, to be brought back, and what was brought in is then kept in its turn', async () => {
    const before = await draftNow();
    const { former } = await apply(await staged(changed()));
    const after = await draftNow();
    const { imports } = await perform(listImports, { course: slug }, as(owner));
    expect(imports).toContainEqual(expect.objectContaining({ id: former, way: 'former' }));
    const { former: later } = await apply(former ?? '');
    expect(await draftNow()).toEqual(before);
    await apply(later ?? '');
    expect(await draftNow()).toEqual(after);
  });

  test('brings an empty draft back too', async () => {
    await db.delete(draftFiles).where(eq(draftFiles.courseId, courseId));
    const { former } = await apply(await staged(changed()));
    await apply(former ?? '');
    expect(await draftNow()).toEqual({});
  });

  test('applied twice, and by two at once, is applied once', async () => {
    const id = await staged(changed());
    const { draft } = await perform(getImport, { course: slug, import: id }, as(owner));
    const answers = await Promise.all([apply(id, owner, draft), apply(id, owner, draft)]);
    expect(answers.filter(({ former }) => former !== null)).toHaveLength(1);
    expect(await apply(id)).toMatchObject({ former: null, added: 0, changed: 0, removed: 0 });
    const kept = await db.select().from(courseImports).where(eq(courseImports.courseId, courseId));
    expect(kept.filter(({ report }) => report[0]?.message === 'former')).toHaveLength(1);
  });

  test('is refused where the draft is no longer the one it was compared with', async () => {
    const id = await staged(changed());
    const { draft } = await perform(getImport, { course: slug, import: id }, as(owner));
    await db.update(draftFiles).set({ text: 'edited meanwhile' }).where(eq(draftFiles.path, lesson));
    await expect(apply(id, owner, draft)).rejects.toBeInstanceOf(Refused);
    expect((await draftNow())[lesson]).toBe('edited meanwhile');
    await apply(id);
    expect((await draftNow())[lesson]).toContain('Another opening');
  });

  test('is for those who may edit the course', async () => {
    const id = await staged(changed());
    const { draft } = await perform(getImport, { course: slug, import: id }, as(owner));
    const grader = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: grader.userId, role: 'grader' });
    const brought = await prepared(changed(), slug);
    for (const actor of [grader, await makeUser(db, { role: 'instructor' }), await makeUser(db)]) {
      const input = { course: slug, import: id };
      await expect(perform(admitImport, { course: slug }, as(actor))).rejects.toBeInstanceOf(NotFound);
      await expect(perform(listImports, { course: slug }, as(actor))).rejects.toBeInstanceOf(NotFound);
      await expect(perform(getImport, input, as(actor))).rejects.toBeInstanceOf(NotFound);
      await expect(perform(applyImport, { ...input, draft }, as(actor))).rejects.toBeInstanceOf(NotFound);
      await expect(
        perform(stageImport, { course: slug, prepared: brought }, as(actor)),
      ).rejects.toBeInstanceOf(NotFound);
    }
    expect(await apply(id, await makeUser(db, { role: 'admin' }))).toMatchObject({ changed: 1 });
  });

  test('is of its course: another course knows nothing of it', async () => {
    const id = await staged(changed());
    const [own, mine] = [slug, owner];
    const second = `second-${count}`;
    const { id: other } = await perform(
      stageNewCourse,
      { prepared: await prepared(filesOf(second)) },
      as(mine),
    );
    await perform(createFromImport, { import: other, slug: second }, as(mine));
    await makeStaff(db, await makeUser(db), courseId);
    await expect(perform(getImport, { course: second, import: id }, as(mine))).rejects.toBeInstanceOf(
      NotFound,
    );
    const { draft } = await perform(getImport, { course: own, import: id }, as(mine));
    await expect(
      perform(applyImport, { course: second, import: id, draft }, as(mine)),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test('is forgotten after a day', async () => {
    const id = await staged(changed());
    const past = new Date(Date.now() - 25 * 3600_000);
    await db.update(courseImports).set({ createdAt: past }).where(eq(courseImports.id, id));
    await expect(perform(getImport, { course: slug, import: id }, as(owner))).rejects.toBeInstanceOf(
      NotFound,
    );
    await staged(changed());
    expect(await db.select().from(courseImports).where(eq(courseImports.id, id))).toEqual([]);
  });

  test.each([
    ['no id', { import: 'x', draft: 'a'.repeat(64) }],
    ['an id of nothing', { import: '00000000-0000-4000-8000-000000000000', draft: 'a'.repeat(64) }],
    ['no draft', { import: '00000000-0000-4000-8000-000000000000', draft: 'x' }],
    [
      'more than is asked',
      { import: '00000000-0000-4000-8000-000000000000', draft: 'a'.repeat(64), more: 1 },
    ],
  ])('with %s is refused', async (_title, input) => {
    await expect(perform(applyImport, { course: slug, ...input }, as(owner))).rejects.toThrow();
  });
});

describe('Markdown of another system, into a course', () => {
  test('is added as new modules, with ids and numbers of its own', async () => {
    const before = await draftNow();
    const id = await staged({ 'one.md': '# One\n\nSee [two](two.md).\n', 'two.md': '# Two\n\nText.\n' });
    const shown = await perform(getImport, { course: slug, import: id }, as(owner));
    expect(shown.way).toBe('addition');
    expect(shown.changes.map(({ path, how }) => [path, how])).toEqual([
      ['modules/2-course/1-one-2.md', 'added'],
      ['modules/2-course/2-two.md', 'added'],
      ['modules/2-course/module.yaml', 'added'],
    ]);
    await apply(id);
    const after = await draftNow();
    expect(after).toMatchObject(before);
    expect(after['modules/2-course/1-one-2.md']).toContain('See [two](two).');
  });

  test('one Markdown file is one module with its lessons', async () => {
    await apply(await staged({ 'week-1.md': '# First\n\nText.\n\n# Second\n\nText.\n' }, 'week-1.md'));
    expect(Object.keys(await draftNow()).filter((path) => path.startsWith('modules/2-'))).toEqual([
      'modules/2-week-1/1-first.md',
      'modules/2-week-1/2-second.md',
      'modules/2-week-1/module.yaml',
    ]);
  });

  test('a lesson in our own form stays as it is, but for an id that is taken', async () => {
    await apply(await staged({ 'lesson.md': courseFiles[lesson] }, 'lesson.md'));
    const draft = await draftNow();
    const path = Object.keys(draft).find((name) => name.endsWith('1-one-2.md')) ?? '';
    expect(draft[path]).toBe(courseFiles[lesson].replace('id: one', 'id: one-2'));
  });
});

test('thirty uploads an hour and no more, whatever becomes of them', async () => {
  for (let times = 0; times < 15; times += 1) {
    expect(await perform(admitImport, { course: slug }, as(owner))).toMatchObject({ ok: true, slug });
    expect(await perform(admitNewCourse, {}, as(owner))).toEqual({ ok: true });
  }
  expect(await perform(admitNewCourse, {}, as(owner))).toEqual({ ok: false, code: 'too-many-tries' });
  expect(await perform(admitImport, { course: slug }, as(owner))).toEqual({
    ok: false,
    code: 'too-many-tries',
  });
});
