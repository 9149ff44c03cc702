import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFile, draftFileAt, recordDraftFiles, replaceDraftFiles } from '@/db/queries/drafts';
import { auditLog, courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, NotSignedIn, perform } from '@/server/operation';
import { courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { bankFile, quizFile } from '@/test/quizzes';
import { previewFile } from '../editor/preview-file';
import { getLessonDetails } from '../outline/get-lesson-details';
import { getOutline } from '../outline/get-outline';
import { saveLessonDetails } from '../outline/save-lesson-details';
import { addBankSet } from './add-bank-set';
import { deleteBankSet } from './delete-bank-set';
import { listBank } from './list-bank';
import { renameBankSet } from './rename-bank-set';
import { restoreBankSet } from './restore-bank-set';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const exam = 'modules/1-first/2-exam.md';
const hashes = 'bank/hashes.md';
const files = courseOf({
  [exam]: quizFile(['mode: graded', 'draw: [{from: hashes, tags: [Easy], count: 1}]'], ['single']),
  [hashes]: bankFile([
    { id: 'q-1', head: 'tags="easy" difficulty="2" passage="D1"' },
    { id: 'q-2', head: 'tags="easy, salt"' },
  ]),
});

let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
let ids: Map<string, string>;
beforeEach(async () => {
  course = await makeCourse(db);
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
  ids = await recordDraftFiles(db, course.courseId, files.texts, owner.userId);
});

const as = (actor: Actor | null) => ({ db, actor });
const list = (actor: Actor | null = owner) => perform(listBank, { course: course.slug }, as(actor));
const add = (title: string, actor: Actor | null = owner) =>
  perform(addBankSet, { course: course.slug, title }, as(actor));
const rename = (file: string, title: string, actor: Actor | null = owner) =>
  perform(renameBankSet, { course: course.slug, file, title }, as(actor));
const remove = (file: string, actor: Actor | null = owner) =>
  perform(deleteBankSet, { course: course.slug, file }, as(actor));
const restore = (deletion: string, actor: Actor | null = owner) =>
  perform(restoreBankSet, { course: course.slug, deletion }, as(actor));
const idOf = (path: string) => ids.get(path) ?? '';

describe('the bank of a course', () => {
  test('says of each set what stands in it, and which quizzes draw what from it', async () => {
    const { sets, mayEdit, deleted } = await list();
    expect(mayEdit).toBe(true);
    expect(deleted).toEqual([]);
    expect(sets).toEqual([
      {
        fileId: idOf(hashes),
        path: hashes,
        name: 'hashes',
        title: 'Hash functions',
        questions: 2,
        tags: [
          { word: 'easy', count: 2 },
          { word: 'salt', count: 1 },
        ],
        difficulties: [{ word: '2', count: 1 }],
        passages: [{ word: 'D1', count: 1 }],
        problems: 0,
        advice: 0,
        drawnBy: [{ fileId: idOf(exam), title: 'The exam', tags: ['easy'], count: 1 }],
      },
    ]);
  });

  test('holds a new set under a name that no set had before', async () => {
    const first = await add('  Merkle   trees: what, and why at all  ');
    expect(first.path).toBe('bank/merkle-trees-what-and-why.md');
    expect((await draftFileAt(db, course.courseId, first.path))?.text).toBe(
      '---\ntitle: "Merkle trees: what, and why at all"\n---\n',
    );
    await remove(first.fileId);
    expect((await add('Merkle trees: what, and why at all')).path).not.toBe(first.path);
    expect((await add('哈希函数')).path).toBe('bank/set.md');
    await expect(add(' ')).rejects.toMatchObject({ fields: { title: 'Write a title.' } });
    expect((await list()).sets.map(({ questions }) => questions)).toEqual([2, 0, 0]);
  });

  test('gives a set another title and leaves its name and its text', async () => {
    await rename(idOf(hashes), 'Of hashes');
    const { sets } = await list();
    expect(sets[0]).toMatchObject({ title: 'Of hashes', name: 'hashes', questions: 2 });
    await expect(rename(idOf(exam), 'No')).rejects.toMatchObject({ code: 'set-gone' });
    await expect(rename(randomUUID(), 'No')).rejects.toMatchObject({ code: 'set-gone' });
  });

  test('keeps a set that a quiz draws from, and brings back one that was deleted', async () => {
    await expect(remove(idOf(hashes))).rejects.toMatchObject({ code: 'set-drawn-from' });
    const { fileId, path } = await add('Trees');
    const { deletion } = await remove(fileId);
    const gone = await list();
    expect(gone.sets).toHaveLength(1);
    expect(gone.deleted).toMatchObject([{ deletion, title: 'Trees' }]);
    expect(await restore(deletion)).toEqual({ fileId });
    expect((await draftFile(db, course.courseId, fileId))?.path).toBe(path);
    await expect(restore(deletion)).rejects.toMatchObject({ code: 'set-back' });
  });

  test('brings nothing back over another set, and nothing else than sets', async () => {
    const { fileId, path } = await add('Trees');
    const { deletion } = await remove(fileId);
    await recordDraftFiles(db, course.courseId, [[path, bankFile([])]], null);
    await expect(restore(deletion)).rejects.toMatchObject({ code: 'set-name-taken' });
    const all = randomUUID();
    await replaceDraftFiles(db, course.courseId, new Map(), null, all);
    await expect(restore(all)).rejects.toMatchObject({ code: 'set-back' });
    expect((await list()).deleted.map(({ deletion: one }) => one)).toEqual([deletion]);
  });

  test('is written in the log of the course', async () => {
    const { fileId } = await add('Trees');
    await rename(fileId, 'Of trees');
    await remove(fileId);
    const rows = await db.select().from(auditLog).where(eq(auditLog.actorId, owner.userId));
    expect(rows.map(({ action }) => action)).toEqual(['add-bank-set', 'rename-bank-set', 'delete-bank-set']);
  });

  test('is missing for whoever has no part in the course, and only read by who may not edit', async () => {
    const reader = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: reader.userId, role: 'grader' });
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, course);
    const { deletion } = await remove((await add('Trees')).fileId);
    expect((await list(reader)).mayEdit).toBe(false);
    for (const stranger of [await makeUser(db, { role: 'instructor' }), learner])
      await expect(list(stranger)).rejects.toBeInstanceOf(NotFound);
    await expect(list(null)).rejects.toBeInstanceOf(NotSignedIn);
    for (const other of [await makeUser(db, { role: 'instructor' }), learner, reader]) {
      await expect(add('No', other)).rejects.toBeInstanceOf(NotFound);
      await expect(rename(idOf(hashes), 'No', other)).rejects.toBeInstanceOf(NotFound);
      await expect(remove(idOf(hashes), other)).rejects.toBeInstanceOf(NotFound);
      await expect(restore(deletion, other)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('a set in the studio', () => {
  test('is shown as its questions, without keys, with what is wrong in it', async () => {
    const text = bankFile([{ id: 'q-1', head: 'difficulty="9"' }]);
    const preview = await perform(previewFile, { course: course.slug, file: idOf(hashes), text }, as(owner));
    expect(preview.head).toEqual({
      sort: 'set',
      title: 'Hash functions',
      objectives: ['Explain it.'],
      steps: 1,
    });
    expect(preview.view?.segments.map(({ id }) => id)).toEqual(['q-1']);
    expect(JSON.stringify(preview)).not.toContain('CANARY_SAID');
    expect(preview.problems).toEqual([
      { file: hashes, line: 6, message: 'difficulty="9" is not a number from 1, easy, to 5, hard' },
    ]);
    const broken = await perform(
      previewFile,
      { course: course.slug, file: idOf(hashes), text: 'Nothing.' },
      as(owner),
    );
    expect(broken).toMatchObject({ head: null, view: null, problems: [{ line: 1 }] });
  });

  test('has its mistakes in the outline: what a quiz draws from stops publishing, the rest is advice', async () => {
    await recordDraftFiles(db, course.courseId, [['bank/other.md', 'Nothing.']], null);
    const outline = () => perform(getOutline, { course: course.slug }, as(owner));
    expect((await outline()).others).toMatchObject([{ path: 'bank/other.md', problems: 0, advice: 1 }]);
    const text = bankFile([{ id: 'q-1', head: 'tags="easy" difficulty="9"' }]);
    const { others, modules } = await (async () => {
      await replaceDraftFiles(
        db,
        course.courseId,
        new Map([...files.texts, [hashes, text]]),
        null,
        randomUUID(),
      );
      return outline();
    })();
    expect(others).toMatchObject([{ path: hashes, problems: 1 }]);
    expect(modules[0]?.lessons.map(({ problems }) => problems)).toEqual([0, 0]);
    // The quiz is checked anew when the set changes, though its own text does not.
    const fewer = new Map([...files.texts, [hashes, bankFile([{ id: 'q-1' }])]]);
    await replaceDraftFiles(db, course.courseId, fewer, null, randomUUID());
    expect((await outline()).modules[0]?.lessons.map(({ problems }) => problems)).toEqual([0, 1]);
  });
});

describe('the details of a quiz', () => {
  const get = () => perform(getLessonDetails, { course: course.slug, file: idOf(exam) }, as(owner));
  const save = async (changes: Record<string, unknown>) => {
    const { version } = await get();
    const typed = {
      title: 'The exam',
      summary: 'About the exam.',
      minutes: '',
      objectives: 'Explain it.',
      directives: [],
      verified: '2026-01-01',
      prerequisites: [],
      preparation: [],
      opens: '',
      after: '',
      quizMode: 'graded',
      quizCounts: 'best',
      quizReview: 'answers',
      ...changes,
    };
    return perform(
      saveLessonDetails,
      { course: course.slug, file: idOf(exam), version, ...typed },
      as(owner),
    );
  };
  const stored = async () => (await draftFile(db, course.courseId, idOf(exam)))?.text ?? '';

  test('show the sets to choose from, and what is drawn', async () => {
    const { sets, fields } = await get();
    expect(sets).toEqual([{ id: 'hashes', title: 'Hash functions', questions: 2, tags: ['easy', 'salt'] }]);
    expect(fields?.quiz).toMatchObject({
      draw: '',
      draws: [{ from: 'hashes', tags: 'Easy', count: '1' }],
      shuffle: false,
    });
  });

  test('set lines of the bank beside a number of its own', async () => {
    await save({
      quizDraw: '1',
      quizShuffle: 'yes',
      quizHints: 'off',
      quizConfidence: 'yes',
      quizAnonymous: 'yes',
      quizDraws: [
        { from: '', tags: '', count: '' },
        { from: 'hashes', tags: ' Easy, SALT', count: '1' },
        { from: 'hashes', tags: '', count: '2' },
      ],
    });
    const { fields } = await get();
    expect(fields?.quiz).toMatchObject({
      draw: '1',
      draws: [
        { from: 'hashes', tags: 'easy, salt', count: '1' },
        { from: 'hashes', tags: '', count: '2' },
      ],
      shuffle: true,
      hints: 'off',
      confidence: true,
      anonymous: true,
    });
    expect(await stored()).toContain('shuffle: true');
    await save({ quizDraw: '1', quizDraws: [{ from: '', tags: '', count: '3' }] });
    expect((await get()).fields?.quiz).toMatchObject({ draw: '1', draws: [], shuffle: false, hints: 'on' });
    expect(await stored()).toContain('draw: 1\n');
    expect(await stored()).not.toMatch(/hints|confidence|anonymous/);
  });

  test('say at the line what is wrong with it', async () => {
    const before = await stored();
    const draws = [
      { from: 'hashes', tags: '', count: '0' },
      { from: 'hashes', tags: 'x'.repeat(41), count: 'two' },
    ];
    await expect(save({ quizDraws: draws })).rejects.toMatchObject({
      fields: {
        'quizDraws.0.count': expect.stringContaining('1 to 200'),
        'quizDraws.1.count': expect.stringContaining('1 to 200'),
        'quizDraws.1.tags': expect.stringContaining('at most 40'),
      },
    });
    expect(await stored()).toBe(before);
  });
});
