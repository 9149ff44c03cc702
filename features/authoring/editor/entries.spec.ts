import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFileAt, recordDraftFiles } from '@/db/queries/drafts';
import { courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { InvalidInput, NotFound, perform, Refused } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { addDraftFile } from './add-draft-file';
import { addGlossaryEntry } from './add-glossary-entry';
import { addSource } from './add-source';
import { getDraftFile } from './get-draft-file';
import { listDraftFiles } from './list-draft-files';

let db: Database;
let close: () => Promise<void>;
let ann: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  ann = await makeUser(db, { role: 'instructor', name: 'Ann' });
});
afterAll(() => close());

async function draft(changes: Record<string, string> = {}) {
  const { courseId, slug } = await makeCourse(db);
  await makeStaff(db, ann, courseId);
  const texts = { ...courseFiles, ...changes };
  const ids = await recordDraftFiles(db, courseId, Object.entries(texts), ann.userId);
  return {
    courseId,
    course: slug,
    ids,
    textAt: async (path: string) => (await draftFileAt(db, courseId, path))?.text,
  };
}

const term = { id: 'nonce', term: 'nonce', definition: 'A number that is used once.' };
const source = {
  id: 'a-law',
  title: 'A law',
  publisher: 'The Congress',
  date: '2020-01-01',
  kind: 'law',
  usedFor: 'What it says.',
};
const addTerm = (course: string, entry: object, actor = ann) =>
  perform(addGlossaryEntry, { course, ...entry }, { db, actor });
const addOne = (course: string, entry: object, actor = ann) =>
  perform(addSource, { course, ...entry }, { db, actor });
const page = (course: string, file: string | undefined, actor = ann) =>
  perform(getDraftFile, { course, file }, { db, actor });

describe('a glossary entry', () => {
  test('is there for the next page, in a file that is made for it', async () => {
    const { course, ids, textAt } = await draft();
    expect(await addTerm(course, { ...term, zh: '随机数' })).toEqual({ id: 'nonce' });
    expect(await textAt('glossary/terms.yaml')).toBe(
      '- id: nonce\n  term: nonce\n  definition: A number that is used once.\n  zh: 随机数\n',
    );
    const { names } = await page(course, ids.get('modules/1-first/1-one.md'));
    expect(names.terms.map(({ id }) => id)).toEqual(['digest', 'hash-function', 'nonce']);
  });

  test('is not written twice, nor over a file with mistakes', async () => {
    const { course } = await draft();
    await addTerm(course, term);
    await expect(addTerm(course, term)).rejects.toThrow(InvalidInput);
    await expect(addTerm(course, { ...term, id: 'digest' })).rejects.toThrow(InvalidInput);
    const broken = await draft({ 'glossary/terms.yaml': '- id: [\n' });
    await expect(addTerm(broken.course, term)).rejects.toThrow(Refused);
    expect(await broken.textAt('glossary/terms.yaml')).toBe('- id: [\n');
  });

  test('of many at once is never lost', async () => {
    const { course, ids } = await draft();
    await Promise.all(
      Array.from({ length: 6 }, (_none, index) => addTerm(course, { ...term, id: `nonce-${index}` })),
    );
    const { names } = await page(course, ids.get('course.yaml'));
    expect(names.terms).toHaveLength(8);
  });

  test.each([
    [{ term: ' ' }, 'term'],
    [{ definition: '' }, 'definition'],
    [{ id: 'Not An Id' }, 'id'],
    [{ id: 'a'.repeat(61) }, 'id'],
    [{ definition: 'a\u0000b' }, 'definition'],
    [{ definition: 'x'.repeat(2_001) }, 'definition'],
    [{ more: 'x' }, ''],
  ])('with %j is refused at its field', async (change, field) => {
    const { course } = await draft();
    const error = await addTerm(course, { ...term, ...change }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InvalidInput);
    if (field && error instanceof InvalidInput) expect(Object.keys(error.fields)).toEqual([field]);
  });
});

describe('a source', () => {
  test('is there for the next page', async () => {
    const { course, ids, textAt } = await draft();
    await addOne(course, { ...source, primary: 'yes', url: '' });
    expect(await textAt('sources/sources.yaml')).toContain('primary: true');
    expect(await textAt('sources/sources.yaml')).not.toContain('url');
    const { names } = await page(course, ids.get('course.yaml'));
    expect(names.sources).toContainEqual({ id: 'a-law', title: 'A law (The Congress)' });
    const { files } = await perform(listDraftFiles, { course }, { db, actor: ann });
    expect(files.find(({ path }) => path === 'sources/sources.yaml')).toMatchObject({ problems: 0 });
  });

  test.each([
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ date: 'yesterday' }, 'date'],
    [{ kind: 'rumour' }, 'kind'],
    [{ id: 'src-1' }, 'id'],
    [{ language: 'English' }, 'language'],
  ])('with %j is refused at its field', async (change, field) => {
    const { course } = await draft();
    const error = await addOne(course, { ...source, ...change }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InvalidInput);
    if (error instanceof InvalidInput) expect(Object.keys(error.fields)).toEqual([field]);
  });
});

describe('a new file', () => {
  const add = (course: string, room: string, name: string, actor = ann) =>
    perform(addDraftFile, { course, room, name }, { db, actor });

  test.each(['glossary', 'sources'])('of the %s begins with an entry that is right', async (room) => {
    const { course } = await draft();
    const first = await add(course, room, 'one');
    await add(course, room, 'two');
    const { files } = await perform(listDraftFiles, { course }, { db, actor: ann });
    expect(files.find(({ id }) => id === first.fileId)).toMatchObject({
      path: `${room}/one.yaml`,
      room,
      problems: 0,
    });
    expect(files.find(({ path }) => path === `${room}/two.yaml`)).toMatchObject({ problems: 0 });
  });

  test.each([
    ['glossary', 'all'],
    ['glossary', '../x'],
    ['glossary', ''],
    ['modules', 'x'],
  ])('%s/%s is refused', async (room, name) => {
    const { course } = await draft();
    await expect(add(course, room, name)).rejects.toThrow(InvalidInput);
  });
});

describe('the list of files', () => {
  test('has all that are no lessons, with what is wrong in each', async () => {
    const { course } = await draft({
      'glossary/all.yaml': '- id: digest\n  term: digest\n',
      'modules/1-first/module.yaml': 'id: first\n',
      'modules/2-second/module.yaml': 'id: second\ntitle: X\nsummary: "[[write: it]]"\n',
      'glossary/more.yaml': '- id: term\n  term: term\n  definition: "[[write: it]]"\n',
    });
    const { files, missing } = await perform(listDraftFiles, { course }, { db, actor: ann });
    expect(missing).toEqual([]);
    expect(Object.fromEntries(files.map(({ path, problems }) => [path, problems]))).toEqual({
      'course.yaml': 0,
      'glossary/all.yaml': 1,
      'glossary/more.yaml': 1,
      'modules/1-first/module.yaml': 2,
      'modules/2-second/module.yaml': 1,
      'passages.yaml': 0,
      'sources/all.yaml': 0,
    });
  });
});

describe('who sees and who writes', () => {
  const asStaff = async (courseId: string, role: CourseRole) => {
    const person = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: person.userId, role });
    return person;
  };

  test('a grader reads, an editor writes too', async () => {
    const { course, courseId, ids } = await draft();
    const file = ids.get('course.yaml');
    const grader = await asStaff(courseId, 'grader');
    const editor = await asStaff(courseId, 'editor');
    expect((await page(course, file, grader)).mayEdit).toBe(false);
    expect((await page(course, file, editor)).mayEdit).toBe(true);
    await expect(addTerm(course, term, grader)).rejects.toThrow(NotFound);
    await expect(addOne(course, source, grader)).rejects.toThrow(NotFound);
    expect(await addTerm(course, term, editor)).toEqual({ id: 'nonce' });
  });

  test('for everybody else there is nothing here', async () => {
    const { course, ids } = await draft();
    const file = ids.get('course.yaml');
    for (const actor of [await makeUser(db, { role: 'instructor' }), await makeUser(db)]) {
      await expect(page(course, file, actor)).rejects.toThrow(NotFound);
      await expect(perform(listDraftFiles, { course }, { db, actor })).rejects.toThrow(NotFound);
      await expect(addTerm(course, term, actor)).rejects.toThrow(NotFound);
      await expect(addOne(course, source, actor)).rejects.toThrow(NotFound);
      await expect(
        perform(addDraftFile, { course, room: 'glossary', name: 'x' }, { db, actor }),
      ).rejects.toThrow(NotFound);
    }
  });

  test('the page of a file says who saved it last', async () => {
    const { course, ids } = await draft();
    const { file } = await page(course, ids.get('modules/1-first/1-one.md'));
    expect(file).toMatchObject({
      title: 'Lesson one',
      lessonId: 'one',
      isLesson: true,
      version: 1,
      savedBy: 'Ann',
      text: courseFiles['modules/1-first/1-one.md'],
    });
  });
});
