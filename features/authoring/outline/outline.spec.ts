import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { draftFilesOf, recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { auditLog, courseStaff, draftFiles } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { type AnyOperation, NotFound, perform } from '@/server/operation';
import { courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';
import { addLesson } from './add-lesson';
import { addModule } from './add-module';
import { deleteLesson } from './delete-lesson';
import { deleteModule } from './delete-module';
import { duplicateLesson } from './duplicate-lesson';
import { duplicateModule } from './duplicate-module';
import { getOutline, type Outline } from './get-outline';
import { moveLesson } from './move-lesson';
import { moveModule } from './move-module';
import { undoDeletion } from './undo-deletion';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const lesson = (id: string, extra = '') => `---
id: ${id}
title: Lesson ${id}
summary: About ${id}.
objectives: [Explain it.]
verified: "2026-01-01"
${extra}---

Some words.

## A part {#a-part}

More words.
`;
const module = (id: string, extra = '') => `id: ${id}\ntitle: Module ${id}\nsummary: About ${id}.\n${extra}`;

const twoModules = {
  'modules/1-first/module.yaml': null,
  'modules/1-first/1-one.md': null,
  'modules/1-m/module.yaml': module('m'),
  'modules/1-m/1-a.md': lesson('a'),
  'modules/1-m/2-b.md': lesson('b'),
  'modules/1-m/3-c.md': lesson('c'),
  'modules/2-n/module.yaml': module('n', 'after: m\n'),
  'modules/2-n/1-d.md': lesson('d', 'opens: 2026-12-01 09:00\nprerequisites: [a]\nminutes: 30\n'),
};

let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeEach(async () => {
  course = await makeCourse(base.db, { lessons: ['published', 'old'] });
  owner = await makeUser(base.db, { role: 'instructor' });
  await makeStaff(base.db, owner, course.courseId);
});

const draft = (changes: Record<string, string | null> = twoModules) =>
  recordDraftFiles(base.db, course.courseId, courseOf(changes).texts, null);
const as = (actor: Actor) => ({ db: base.db, actor });
const run = <Op extends AnyOperation>(op: Op, input: object, actor = owner): ReturnType<Op['run']> =>
  perform(op, { course: course.slug, ...input }, as(actor)) as ReturnType<Op['run']>;
const outline = () => run(getOutline, {}) as Promise<Outline>;
const order = async () =>
  (await outline()).modules.map(({ title, lessons }) => [title, ...lessons.map(({ lessonId }) => lessonId)]);
const paths = async () =>
  (await draftFilesOf(base.db, course.courseId))
    .map(({ path }) => path)
    .filter((path) => path.startsWith('modules/'));
const fileId = (ids: Map<string, string>, path: string) => {
  const id = ids.get(path);
  if (!id) throw new Error(`no ${path}`);
  return id;
};

test('shows modules and lessons in order, with minutes, releases and totals', async () => {
  await draft();
  const { modules, totals, others, pending, mayEdit } = await outline();
  expect(modules.map(({ title, release }) => [title, release])).toEqual([
    ['Module m', []],
    ['Module n', ['after module “Module m”']],
  ]);
  expect(modules[1]?.lessons).toMatchObject([
    {
      lessonId: 'd',
      title: 'Lesson d',
      minutes: 30,
      estimated: false,
      release: ['opens 1 December 2026, 09:00 (UTC)', 'needs “Lesson a”'],
    },
  ]);
  expect(modules[0]?.lessons[0]).toMatchObject({ minutes: 1, estimated: true, problems: 0, advice: 0 });
  expect({ totals, others, pending, mayEdit }).toEqual({
    totals: { lessons: 4, minutes: 33, problems: 0, advice: 0 },
    others: [],
    pending: 0,
    mayEdit: true,
  });
});

const broken: Record<string, string | null> = {
  ...twoModules,
  'course.yaml': 'slug: [',
  'glossary/all.yaml': '- id: x\n',
  'modules/1-m/1-a.md': lesson('a').replace('objectives: [Explain it.]', 'objectives: [Explain'),
  'modules/1-m/2-b.md': `${lesson('d')}\n[x](gone) [y](c#not-there) [z](c#a-part) [w](#a-part)\n\nIt grew by 40 % in a year.\n`,
  'modules/1-m/3-c.md': 'No front matter.',
  'modules/2-n/2-e.md': lesson('e', 'prerequisites: [later, f]\npreparation: [e, never]\nafter: n\n'),
  'modules/2-n/3-f.md': `${lesson('f')}\n[z](d#a-part) and ![](assets/none.png)\n`,
  'modules/3-empty/module.yaml': module('n', 'after: zzz\n'),
  'modules/4-headless/1-g.md': lesson('g'),
};

/** Each line names the one before nine times. */
const bomb = [
  'id: bomb\ntitle: Bomb\nl0: &l0 x',
  ...Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`),
].join('\n');

test.each<[string, Record<string, string | null>]>([
  ['without mistakes', twoModules],
  ['with mistakes everywhere', broken],
  [
    'with mistakes between files only',
    { ...broken, 'course.yaml': courseOf().texts.get('course.yaml') ?? '' },
  ],
  ['without modules', { 'modules/1-first/module.yaml': null, 'modules/1-first/1-one.md': null }],
  ['without anything', Object.fromEntries([...courseOf().texts.keys()].map((path) => [path, null]))],
])('counts in a draft %s what the compiler reports', async (_name, changes) => {
  await draft(changes);
  const { problems } = await compileCourse(await draftOf(base.db, course.courseId));
  const { totals, modules, others } = await outline();
  expect(totals.problems).toBe(problems.filter(stopsPublishing).length);
  expect(totals.advice).toBe(problems.length - totals.problems);
  const rows = [...modules, ...modules.flatMap(({ lessons }) => lessons), ...others];
  expect(rows.reduce((sum, row) => sum + row.problems, 0)).toBe(totals.problems);
  for (const { path, problems: count } of others)
    expect(count).toBe(problems.filter((one) => one.file === path && stopsPublishing(one)).length);
});

test('titles are read from lessons with mistakes; files beside the modules are listed with theirs', async () => {
  const ids = await draft(broken);
  const { modules, others } = await outline();
  expect(modules.map(({ title, hasHead }) => [title, hasHead])).toEqual([
    ['Module m', true],
    ['Module n', true],
    ['Module n', true],
    ['4-headless', false],
  ]);
  expect(modules[0]?.lessons.map(({ title, problems }) => [title, problems > 0])).toEqual([
    ['Lesson a', true],
    ['Lesson d', true],
    ['3-c.md', true],
  ]);
  expect(others.map(({ path, fileId: id }) => [path, id])).toEqual(
    expect.arrayContaining([
      ['course.yaml', fileId(ids, 'course.yaml')],
      ['glossary/all.yaml', fileId(ids, 'glossary/all.yaml')],
    ]),
  );
  expect(others[0]?.messages.length).toBeLessThanOrEqual(3);
});

test('a lesson that the compiler fails on does not take the outline with it', async () => {
  await draft({ ...twoModules, 'modules/1-m/1-a.md': `---\n${bomb}\n---\n` });
  expect((await outline()).modules[0]?.lessons[0]).toMatchObject({ title: 'Bomb', problems: 1 });
});

test('what was saved shows at once, and what is shared by the lessons counts for all of them', async () => {
  const ids = await draft();
  expect((await outline()).totals.problems).toBe(0);
  const by = owner.userId;
  const save = (path: string, text: string) =>
    saveDraftFile(base.db, { courseId: course.courseId, id: fileId(ids, path), version: 1, text, by });
  await save('modules/1-m/1-a.md', lesson('a', 'directives: [D2]\n'));
  expect((await outline()).totals.problems).toBe(0);
  await save('passages.yaml', '[]');
  expect((await outline()).modules[0]?.lessons[0]?.problems).toBe(1);
  await save('modules/2-n/1-d.md', lesson('a'));
  expect((await outline()).modules[1]?.lessons[0]?.problems).toBe(1);
});

test('without patience it answers with titles, and with the rest when that is known', async () => {
  // Texts that nothing was compiled from yet.
  await draft({ ...twoModules, 'sources/own.yaml': '[]' });
  const first = (await run(getOutline, { patience: 0 })) as Outline;
  expect(first.pending).toBeGreaterThan(0);
  expect(first.modules.flatMap(({ lessons }) => lessons).map(({ title }) => title)).toEqual(
    ['a', 'b', 'c', 'd'].map((id) => `Lesson ${id}`),
  );
  await expect.poll(async () => ((await run(getOutline, { patience: 0 })) as Outline).pending).toBe(0);
});

test('a module and a lesson are added last, with ids from their titles and texts that only wait for words', async () => {
  await draft();
  const added = await run(addModule, { title: '  Trust &\n trade ' });
  expect(added).toMatchObject({ kind: 'module', title: 'Trust & trade', number: 3 });
  const first = await run(addLesson, { module: added.item, title: 'What: a "hash"?' });
  expect(first).toMatchObject({
    kind: 'lesson',
    title: 'What: a "hash"?',
    number: 1,
    module: 'Trust & trade',
  });
  await run(addLesson, { module: added.item, title: 'What a hash' });
  expect((await paths()).slice(-3)).toEqual([
    'modules/3-trust-trade/1-what-a-hash.md',
    'modules/3-trust-trade/2-what-a-hash-2.md',
    'modules/3-trust-trade/module.yaml',
  ]);
  const { problems } = await compileCourse(await draftOf(base.db, course.courseId));
  expect(problems.filter(({ message }) => !message.startsWith('still to be written'))).toEqual([]);
  expect(problems.filter(({ file }) => file.endsWith('.md'))).toHaveLength(8);
  expect(await order()).toEqual([
    ['Module m', 'a', 'b', 'c'],
    ['Module n', 'd'],
    ['Trust & trade', 'what-a-hash', 'what-a-hash-2'],
  ]);
});

test('a new id is none that any edition, the draft, or something deleted has', async () => {
  const ids = await draft({ ...twoModules, 'modules/1-m/1-a.md': lesson('deleted-one') });
  await run(deleteLesson, { item: fileId(ids, 'modules/1-m/1-a.md') });
  const home = fileId(ids, 'modules/2-n/module.yaml');
  for (const title of ['Published', 'Old', 'B', 'Deleted one']) await run(addLesson, { module: home, title });
  expect((await order())[1]).toEqual(['Module n', 'd', 'published-2', 'old-2', 'b-2', 'deleted-one-2']);
  await run(addModule, { title: 'm1' });
  expect((await paths()).at(-1)).toBe('modules/3-m1-2/module.yaml');
});

test('titles that say nothing or cannot be stored are refused, and nothing is added', async () => {
  const ids = await draft();
  const home = fileId(ids, 'modules/1-m/module.yaml');
  const before = await paths();
  for (const title of ['', ' \n ', 'x'.repeat(201), 'a\u0000b', '\ud800', 'a\u001bb']) {
    await expect(run(addLesson, { module: home, title })).rejects.toMatchObject({
      fields: { title: expect.any(String) },
    });
    await expect(run(addModule, { title })).rejects.toMatchObject({ fields: { title: expect.any(String) } });
  }
  expect(await paths()).toEqual(before);
});

test('a lesson moves up and down, across modules, and to a place; its file keeps its id', async () => {
  const ids = await draft();
  const b = fileId(ids, 'modules/1-m/2-b.md');
  expect(await run(moveLesson, { item: b, to: 'up' })).toMatchObject({
    item: b,
    title: 'Lesson b',
    number: 1,
    module: 'Module m',
  });
  expect((await order())[0]).toEqual(['Module m', 'b', 'a', 'c']);
  await run(moveLesson, { item: b, to: 'up' });
  expect((await order())[0]).toEqual(['Module m', 'b', 'a', 'c']);
  const c = fileId(ids, 'modules/1-m/3-c.md');
  await run(moveLesson, { item: c, to: 'down' });
  expect(await order()).toEqual([
    ['Module m', 'b', 'a'],
    ['Module n', 'c', 'd'],
  ]);
  await run(moveLesson, { item: b, to: `after:${fileId(ids, 'modules/2-n/1-d.md')}` });
  expect(await order()).toEqual([
    ['Module m', 'a'],
    ['Module n', 'c', 'd', 'b'],
  ]);
  await run(moveLesson, { item: c, to: `after:${b}` });
  await run(moveLesson, { item: b, to: `after:${b}` });
  expect((await order())[1]).toEqual(['Module n', 'd', 'b', 'c']);
  await run(moveLesson, { item: c, to: `start:${fileId(ids, 'modules/1-m/module.yaml')}` });
  expect((await order())[0]).toEqual(['Module m', 'c', 'a']);
  const files = await draftFilesOf(base.db, course.courseId);
  expect(files.find(({ id }) => id === b)).toMatchObject({ path: 'modules/2-n/2-b.md', version: 1 });
});

test('a module moves with all in it', async () => {
  const ids = await draft({ ...twoModules, 'modules/2-n/notes.yaml': '- a note\n' });
  const [m, n] = [fileId(ids, 'modules/1-m/module.yaml'), fileId(ids, 'modules/2-n/module.yaml')];
  expect(await run(moveModule, { item: n, to: 'up' })).toMatchObject({
    kind: 'module',
    title: 'Module n',
    number: 1,
  });
  expect((await paths()).filter((path) => path.startsWith('modules/1-'))).toEqual([
    'modules/1-n/1-d.md',
    'modules/1-n/module.yaml',
    'modules/1-n/notes.yaml',
  ]);
  await run(moveModule, { item: n, to: `after:${m}` });
  await run(moveModule, { item: n, to: `after:${n}` });
  expect(await order()).toEqual([
    ['Module m', 'a', 'b', 'c'],
    ['Module n', 'd'],
  ]);
  await run(moveModule, { item: n, to: `start:${n}` });
  await run(moveModule, { item: n, to: 'down' });
  expect(await order()).toEqual([
    ['Module m', 'a', 'b', 'c'],
    ['Module n', 'd'],
  ]);
});

test('a copy stands behind its original, under an id of its own', async () => {
  const ids = await draft();
  const item = fileId(ids, 'modules/1-m/1-a.md');
  expect(await run(duplicateLesson, { item })).toMatchObject({ title: 'Copy of Lesson a', number: 2 });
  expect((await order())[0]).toEqual(['Module m', 'a', 'a-2', 'b', 'c']);
  const text = (await draftFilesOf(base.db, course.courseId)).find(({ path }) =>
    path.endsWith('2-a-2.md'),
  )?.text;
  expect(text).toBe(lesson('a').replace('id: a', 'id: a-2').replace('title: L', 'title: Copy of L'));
});

test('a copied module has all lessons again, which wait for and build on each other, not the originals', async () => {
  const ids = await draft({
    ...twoModules,
    'modules/1-m/2-b.md': lesson('b', 'prerequisites: [a] # first\npreparation: [a]\n'),
    'modules/1-m/notes.yaml': '- a note\n',
  });
  const item = fileId(ids, 'modules/1-m/module.yaml');
  expect(await run(duplicateModule, { item })).toMatchObject({ title: 'Copy of Module m', number: 2 });
  expect(await order()).toEqual([
    ['Module m', 'a', 'b', 'c'],
    ['Copy of Module m', 'a-2', 'b-2', 'c-2'],
    ['Module n', 'd'],
  ]);
  expect((await paths()).filter((path) => path.startsWith('modules/2-m-2/'))).toEqual([
    'modules/2-m-2/1-a-2.md',
    'modules/2-m-2/2-b-2.md',
    'modules/2-m-2/3-c-2.md',
    'modules/2-m-2/module.yaml',
    'modules/2-m-2/notes.yaml',
  ]);
  const { course: compiled } = await compileCourse(await draftOf(base.db, course.courseId));
  expect(compiled?.manifest.modules[1]?.lessons[1]).toMatchObject({
    id: 'b-2',
    prerequisites: ['a-2'],
    preparation: ['a-2'],
  });
});

test('what has mistakes at its top is not copied, and nothing else is changed', async () => {
  const ids = await draft(broken);
  const before = await paths();
  for (const path of ['modules/1-m/1-a.md', 'modules/1-m/3-c.md']) {
    const copy = run(duplicateLesson, { item: fileId(ids, path) });
    await expect(copy).rejects.toMatchObject({ code: 'head-unreadable' });
  }
  const copy = run(duplicateModule, { item: fileId(ids, 'modules/1-m/module.yaml') });
  await expect(copy).rejects.toMatchObject({ code: 'head-unreadable' });
  expect(await paths()).toEqual(before);
});

test('a deleted lesson and a deleted module come back to their places, with their texts', async () => {
  const ids = await draft();
  const before = await draftFilesOf(base.db, course.courseId);
  const { deletion } = await run(deleteLesson, { item: fileId(ids, 'modules/1-m/2-b.md') });
  const gone = await run(deleteModule, { item: fileId(ids, 'modules/1-m/module.yaml') });
  expect(gone).toMatchObject({ title: 'Module m', number: 1 });
  expect(await order()).toEqual([['Module n', 'd']]);
  expect((await outline()).deletions).toMatchObject([
    { kind: 'module', title: 'Module m', lessons: 2, deletion: gone.deletion },
    { kind: 'lesson', title: 'Lesson b', deletion },
  ]);
  expect(await run(undoDeletion, { deletion: gone.deletion })).toMatchObject({ kind: 'module', number: 1 });
  expect(await run(undoDeletion, { deletion })).toMatchObject({
    kind: 'lesson',
    title: 'Lesson b',
    number: 2,
  });
  expect(await draftFilesOf(base.db, course.courseId)).toEqual(before);
  expect((await outline()).deletions).toEqual([]);
  await expect(run(undoDeletion, { deletion })).rejects.toMatchObject({ code: 'row-back' });
});

test('a lesson without any module to go back to stays deleted', async () => {
  const ids = await draft({ 'modules/1-first/module.yaml': module('only') });
  const { deletion } = await run(deleteLesson, { item: fileId(ids, 'modules/1-first/1-one.md') });
  await run(deleteModule, { item: fileId(ids, 'modules/1-first/module.yaml') });
  await expect(run(undoDeletion, { deletion })).rejects.toMatchObject({ code: 'no-module-left' });
  expect((await outline()).deletions).toHaveLength(2);
});

test('deletions of other rooms are not offered, nor those of other courses brought back', async () => {
  const ids = await draft();
  const deletion = randomUUID();
  await base.db
    .update(draftFiles)
    .set({ deletedAt: new Date(), deletion })
    .where(eq(draftFiles.id, fileId(ids, 'glossary/all.yaml')));
  await run(deleteLesson, { item: fileId(ids, 'modules/1-m/1-a.md') });
  expect((await outline()).deletions.map(({ title }) => title)).toEqual(['Lesson a']);
  const { deletion: elsewhere } = await run(deleteModule, { item: fileId(ids, 'modules/2-n/module.yaml') });
  course = await makeCourse(base.db);
  await makeStaff(base.db, owner, course.courseId);
  await expect(run(undoDeletion, { deletion: elsewhere })).rejects.toMatchObject({ code: 'row-back' });
});

test('a row that somebody deleted meanwhile, or of another course, is gone', async () => {
  const ids = await draft();
  const item = fileId(ids, 'modules/1-m/1-a.md');
  await run(deleteLesson, { item });
  const acts: [AnyOperation, object][] = [
    [moveLesson, { item, to: 'up' }],
    [moveLesson, { item: fileId(ids, 'modules/1-m/2-b.md'), to: `after:${item}` }],
    [moveLesson, { item: fileId(ids, 'course.yaml'), to: 'up' }],
    [moveModule, { item: fileId(ids, 'course.yaml'), to: 'up' }],
    [duplicateLesson, { item }],
    [duplicateModule, { item: randomUUID() }],
    [deleteLesson, { item }],
    [deleteModule, { item: randomUUID() }],
    [addLesson, { module: randomUUID(), title: 'New' }],
  ];
  for (const [op, input] of acts) await expect(run(op, input)).rejects.toMatchObject({ code: 'row-gone' });
  expect((await order())[0]).toEqual(['Module m', 'b', 'c']);
});

test('many people moving, adding and deleting at once lose no file', async () => {
  const ids = await draft();
  const [a, b, c, d] = ['1-m/1-a', '1-m/2-b', '1-m/3-c', '2-n/1-d'].map((path) =>
    fileId(ids, `modules/${path}.md`),
  );
  const n = fileId(ids, 'modules/2-n/module.yaml');
  await Promise.all([
    run(moveLesson, { item: a, to: 'down' }),
    run(moveLesson, { item: c, to: `start:${n}` }),
    run(moveModule, { item: n, to: 'up' }),
    run(addLesson, { module: n, title: 'New' }),
    run(addLesson, { module: n, title: 'New' }),
    run(deleteLesson, { item: d }),
    run(moveLesson, { item: b, to: 'up' }),
  ]);
  const lessons = (await outline()).modules.flatMap((one) => one.lessons.map(({ lessonId }) => lessonId));
  expect(lessons.sort()).toEqual(['a', 'b', 'c', 'new', 'new-2']);
  const live = await base.db
    .select()
    .from(draftFiles)
    .where(and(eq(draftFiles.courseId, course.courseId), isNull(draftFiles.deletedAt)));
  expect(new Set(live.map(({ path }) => path)).size).toBe(live.length);
});

test('malformed places and rows are refused', async () => {
  const ids = await draft();
  const item = fileId(ids, 'modules/1-m/1-a.md');
  for (const to of ['', 'sideways', 'after:', 'after:x', `after:${item}:x`, `before:${item}`])
    await expect(run(moveLesson, { item, to })).rejects.toMatchObject({ fields: { to: 'Choose a place.' } });
  await expect(run(deleteLesson, { item: 'x' })).rejects.toMatchObject({ name: 'InvalidInput' });
  await expect(run(getOutline, { course: '../x' })).rejects.toMatchObject({ name: 'InvalidInput' });
});

test('graders see the outline and change nothing; other instructors and students find nothing', async () => {
  const ids = await draft();
  const item = fileId(ids, 'modules/1-m/1-a.md');
  const grader = await makeUser(base.db, { role: 'instructor' });
  await base.db
    .insert(courseStaff)
    .values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
  expect(await run(getOutline, {}, grader)).toMatchObject({ mayEdit: false });
  const acts: [AnyOperation, object][] = [
    [addModule, { title: 'New' }],
    [addLesson, { module: item, title: 'New' }],
    [moveLesson, { item, to: 'up' }],
    [moveModule, { item, to: 'up' }],
    [duplicateLesson, { item }],
    [duplicateModule, { item }],
    [deleteLesson, { item }],
    [deleteModule, { item }],
    [undoDeletion, { deletion: item }],
  ];
  const strangers = [await makeUser(base.db, { role: 'instructor' }), await makeUser(base.db)];
  for (const [op, input] of acts)
    for (const actor of [grader, ...strangers]) await expect(run(op, input, actor)).rejects.toThrow(NotFound);
  for (const actor of strangers) await expect(run(getOutline, {}, actor)).rejects.toThrow(NotFound);
  expect((await order())[0]).toEqual(['Module m', 'a', 'b', 'c']);
});

test('every change leaves its row in the audit log', async () => {
  const ids = await draft();
  await run(moveLesson, { item: fileId(ids, 'modules/1-m/1-a.md'), to: 'down' });
  const rows = await base.db.select().from(auditLog).where(eq(auditLog.actorId, owner.userId));
  expect(rows).toMatchObject([
    { action: 'move-lesson', object: `course:${course.slug}`, detail: { number: 2, module: 'Module m' } },
  ]);
});
