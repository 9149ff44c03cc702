import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { draftFile, recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, perform } from '@/server/operation';
import { courseFiles, courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { deleteLesson } from './delete-lesson';
import { getLessonDetails } from './get-lesson-details';
import { getModuleDetails } from './get-module-details';
import { saveLessonDetails } from './save-lesson-details';
import { saveModuleDetails } from './save-module-details';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const one = 'modules/1-first/1-one.md';
const two = 'modules/2-second/1-two.md';
const second = 'modules/2-second/module.yaml';
const text = courseFiles[one]
  .replace('id: one', 'id: two # for ever')
  .replace('\nminutes', '\n# about time\nminutes');
const files = courseOf({
  [second]: 'id: second # an id\ntitle: The second\nsummary: Short.\n',
  [two]: text,
  'modules/2-second/2-published.md': courseFiles[one].replace('id: one', 'id: published'),
  'modules/2-second/3-odd.md': '---\ntitle: Odd\nobjectives: [\n---\n\nText.\n',
});

let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
let ids: Map<string, string>;
beforeEach(async () => {
  course = await makeCourse(base.db, { lessons: ['published', 'old'] });
  owner = await makeUser(base.db, { role: 'instructor', name: 'Li Wei' });
  await makeStaff(base.db, owner, course.courseId);
  ids = await recordDraftFiles(base.db, course.courseId, files.texts, owner.userId);
});

const fileOf = (path: string) => ids.get(path) ?? '';
const as = (actor: Actor) => ({ db: base.db, actor });
const details = (path: string, actor = owner) =>
  perform(getLessonDetails, { course: course.slug, file: fileOf(path) }, as(actor));
const stored = async (path: string) => {
  const file = await draftFile(base.db, course.courseId, fileOf(path));
  if (!file) throw new Error(`no ${path}`);
  return file;
};

const typed = {
  title: 'Lesson one',
  summary: 'About one.',
  minutes: '10',
  objectives: 'Explain it.',
  directives: ['D1'],
  verified: '2026-01-01',
  prerequisites: [] as string[],
  preparation: [] as string[],
  opens: '',
  after: '',
};
const save = (changes: Record<string, unknown>, path = two, actor = owner) => {
  const input = { course: course.slug, file: fileOf(path), version: 1, ...typed, ...changes };
  return perform(saveLessonDetails, input as never, as(actor));
};

test('shows the fields, what may be referred to, and the minutes it would be given', async () => {
  expect(await details(two)).toMatchObject({
    number: 1,
    module: 'The second',
    title: 'Lesson one',
    fields: { ...typed, id: 'two' },
    idLocked: false,
    estimated: 2,
    zone: 'UTC',
    earlierModules: [{ id: 'first', title: 'The first module' }],
    earlierLessons: [{ id: 'one', title: 'Lesson one', module: 'The first module' }],
    passages: [
      { id: 'D1', title: 'The first' },
      { id: 'D2', title: 'The second' },
    ],
  });
  expect(await details('modules/2-second/2-published.md')).toMatchObject({
    idLocked: true,
    earlierLessons: [{ id: 'one' }, { id: 'two' }],
  });
  expect(await details('modules/2-second/3-odd.md')).toMatchObject({ title: 'Odd', fields: null });
});

test('saves what was changed and leaves the text and the comments byte for byte', async () => {
  const saved = await save({
    title: 'New: title',
    minutes: '',
    objectives: ' Explain it. \n\n Weigh it.\r\n',
    directives: 'D1, D2',
    prerequisites: ['one'],
    preparation: ['one'],
    opens: '2026-12-01T09:00',
    after: 'first',
    verified: '2026-02-02',
  });
  expect(saved).toEqual({ ok: true, version: 2 });
  const [head = '', ...body] = text.split('\n---\n');
  const file = await stored(two);
  expect(file.text.endsWith(`\n---\n${body.join('\n---\n')}`)).toBe(true);
  const changed = head
    .replace('title: Lesson one', 'title: "New: title"')
    .replace('minutes: 10\n', '')
    .replace('[D1]', '[D1, D2]')
    .replace('  - Explain it.', '  - Explain it.\n  - Weigh it.')
    .replace('2026-01-01', '2026-02-02');
  const added = 'after: first\nopens: 2026-12-01 09:00\nprerequisites:\n  - one\npreparation:\n  - one';
  expect(file.text.split('\n---\n')[0]).toBe(`${changed}\n${added}`);
  expect((await details(two)).fields).toMatchObject({
    title: 'New: title',
    minutes: '',
    objectives: 'Explain it.\nWeigh it.',
    directives: ['D1', 'D2'],
    prerequisites: ['one'],
    preparation: ['one'],
    opens: '2026-12-01T09:00',
    after: 'first',
  });
});

test('saving what is there changes nothing, not even a day without a time', async () => {
  expect(await save({})).toEqual({ ok: true, version: 1 });
  expect((await stored(two)).text).toBe(text);
  const dated = text.replace('minutes: 10', 'minutes: 10\nopens: 2026-12-01');
  await saveDraftFile(base.db, {
    courseId: course.courseId,
    id: fileOf(two),
    version: 1,
    text: dated,
    by: owner.userId,
  });
  expect((await details(two)).fields?.opens).toBe('2026-12-01T00:00');
  expect(await save({ version: 2, opens: '2026-12-01T00:00' })).toEqual({ ok: true, version: 2 });
  expect((await stored(two)).text).toBe(dated);
});

test('who saved meanwhile is not overwritten; the answer says who, and what to build on', async () => {
  const other = await makeUser(base.db, { role: 'instructor', name: 'Ana' });
  await base.db
    .insert(courseStaff)
    .values({ courseId: course.courseId, userId: other.userId, role: 'editor' });
  await save({ title: 'From Ana' }, two, other);
  expect(await save({ title: 'From Li Wei' })).toMatchObject({
    ok: false,
    by: 'Ana',
    version: 2,
    at: expect.any(Date),
  });
  expect((await stored(two)).text).toContain('title: From Ana');
  expect(await save({ title: 'From Li Wei', version: 2 })).toEqual({ ok: true, version: 3 });
});

test('of two who save at once, one is told', async () => {
  const answers = await Promise.all([save({ title: 'A' }), save({ title: 'B' })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a lesson that was never published may get another id, but none that counts for another lesson', async () => {
  for (const id of ['one', 'old', 'published'])
    await expect(save({ id })).rejects.toMatchObject({
      fields: { id: expect.stringContaining('Choose another') },
    });
  for (const id of ['', 'Two', 'a--b', 'x'.repeat(61)])
    await expect(save({ id })).rejects.toMatchObject({ fields: { id: expect.stringContaining('hyphens') } });
  const locked = save({ id: 'free' }, 'modules/2-second/2-published.md');
  await expect(locked).rejects.toMatchObject({ fields: { id: expect.stringContaining('published') } });
  expect(await save({ id: 'published' }, 'modules/2-second/2-published.md')).toMatchObject({ ok: true });
  expect(await save({ id: 'free' })).toMatchObject({ ok: true });
  expect((await stored(two)).text).toContain('id: free # for ever');
});

test.each([
  ['title', ''],
  ['title', 'a\u0000'],
  ['summary', 'x'.repeat(1001)],
  ['minutes', '0'],
  ['minutes', '181'],
  ['minutes', '1.5'],
  ['minutes', 'ten'],
  ['objectives', ' \n '],
  ['objectives', 'x\n'.repeat(21)],
  ['objectives', 'x'.repeat(501)],
  ['verified', '2026-02-30'],
  ['opens', '2026-13-01T09:00'],
  ['opens', 'soon'],
  ['directives', ['x'.repeat(61)]],
  ['prerequisites', ['\ud800']],
  ['preparation', ['\ud800']],
])('a %s of %j is refused at the field', async (field, value) => {
  await expect(save({ [field]: value })).rejects.toMatchObject({
    fields: { [field]: expect.stringMatching(/^[A-Z]/) },
  });
  expect((await stored(two)).version).toBe(1);
});

test('a head with mistakes is not touched, and a lesson that is gone is said to be gone', async () => {
  await expect(save({}, 'modules/2-second/3-odd.md')).rejects.toMatchObject({ code: 'head-unreadable' });
  await perform(deleteLesson, { course: course.slug, item: fileOf(two) }, as(owner));
  await expect(save({})).rejects.toMatchObject({ code: 'row-gone' });
  await expect(save({}, second)).rejects.toMatchObject({ code: 'row-gone' });
  await expect(details(two)).rejects.toThrow(NotFound);
  await expect(details('course.yaml')).rejects.toThrow(NotFound);
});

test('a module is shown and saved likewise', async () => {
  const file = fileOf(second);
  const show = () => perform(getModuleDetails, { course: course.slug, file }, as(owner));
  expect(await show()).toMatchObject({
    number: 2,
    module: null,
    fields: { id: 'second', title: 'The second', summary: 'Short.', opens: '', after: '' },
    earlierModules: [{ id: 'first' }],
  });
  const input = {
    course: course.slug,
    file,
    version: 1,
    title: 'New',
    summary: 'Short.',
    after: 'first',
    opens: '',
  };
  expect(await perform(saveModuleDetails, input, as(owner))).toEqual({ ok: true, version: 2 });
  expect((await stored(second)).text).toBe('id: second # an id\ntitle: New\nsummary: Short.\nafter: first\n');
  expect(await perform(saveModuleDetails, input, as(owner))).toMatchObject({ ok: false, by: 'Li Wei' });
  const wrong = { course: course.slug, file: fileOf(one) };
  await expect(perform(getModuleDetails, wrong, as(owner))).rejects.toThrow(NotFound);
  await expect(perform(saveModuleDetails, { ...input, file: fileOf(one) }, as(owner))).rejects.toMatchObject({
    code: 'row-gone',
  });
});

test('graders, other instructors and students neither see nor save details', async () => {
  const grader = await makeUser(base.db, { role: 'instructor' });
  await base.db
    .insert(courseStaff)
    .values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
  const module = { course: course.slug, file: fileOf(second) };
  const fields = { version: 1, title: 'New', summary: 'Short.', after: '', opens: '' };
  for (const actor of [grader, await makeUser(base.db, { role: 'instructor' }), await makeUser(base.db)]) {
    await expect(details(two, actor)).rejects.toThrow(NotFound);
    await expect(save({}, two, actor)).rejects.toThrow(NotFound);
    await expect(perform(getModuleDetails, module, as(actor))).rejects.toThrow(NotFound);
    await expect(perform(saveModuleDetails, { ...module, ...fields }, as(actor))).rejects.toThrow(NotFound);
  }
});

const workTyped = {
  workForm: 'claim-log',
  workLeast: '2',
  workMost: '9',
  workCovers: 'one, D1',
  workTurnaround: '7',
  workAnonymous: 'yes',
  workRevisions: '1',
  workRubric: [
    { id: '', title: 'The claim', levels: '0 None.\n2 Clear.' },
    { id: '', title: '', levels: '' },
  ],
};

test('makes a lesson written work, shows it again, and keeps what the form does not know', async () => {
  await save(workTyped);
  const { text: saved } = await stored(two);
  expect(saved).toMatch(/work:\n {2}form: claim-log\n {2}entries:\n {4}least: 2/);
  expect((await details(two)).fields?.work).toMatchObject({
    form: 'claim-log',
    least: '2',
    most: '9',
    covers: 'one D1',
    anonymous: true,
    rubric: [{ id: 'the-claim', title: 'The claim', levels: '0 None.\n2 Clear.' }],
  });
  const unknown = '  moderation: { share: 20, apart: 10 }\n  files: { most: 3, kinds: [pdf] }';
  const text = saved.replace('  turnaround: 7', `${unknown}\n  turnaround: 7`);
  const at = { courseId: course.courseId, id: fileOf(two), version: 2, by: owner.userId };
  await saveDraftFile(base.db, { ...at, text });
  await save({ ...workTyped, version: 3, workForm: 'text', workMost: '300' });
  const after = (await stored(two)).text;
  expect(after).toMatch(/form: text\n {2}words:/);
  expect(after).toMatch(/share: 20/);
  expect(after).toMatch(/files:\n {4}most: 3/);
  expect(after).not.toMatch(/covers|entries/);
  await save({ version: 4 });
  expect((await stored(two)).text).toBe(after);
  await save({ ...workTyped, version: 4 });
  expect((await stored(two)).text).not.toMatch(/files:/);
  await save({ version: 5, workForm: 'none' });
  expect((await stored(two)).text).not.toMatch(/work:/);
});

test('says at each field what is wrong with written work, and saves nothing', async () => {
  const before = (await stored(two)).text;
  const wrong = {
    workLeast: '',
    workMost: '',
    workTurnaround: '',
    workLatePerDay: '10',
    workRubric: [{ id: '', title: '', levels: '0 None.' }],
  };
  await expect(save({ ...workTyped, ...wrong })).rejects.toMatchObject({
    fields: {
      workLeast: expect.stringMatching(/entries/),
      workMost: expect.stringMatching(/entries/),
      workTurnaround: expect.stringMatching(/Promise/),
      workLatePerDay: expect.stringMatching(/never due/),
      'workRubric.0.title': expect.stringMatching(/Name/),
      'workRubric.0.levels': expect.stringMatching(/two levels/),
    },
  });
  const rows: [object, string, RegExp][] = [
    [{ workLeast: '9', workMost: '2' }, 'workMost', /less than the least/],
    [{ workMost: '999' }, 'workMost', /at most 200/],
    [{ workDue: '2026-12-02T10:00', workCloses: '2026-12-01T10:00' }, 'workDue', /after it has closed/],
  ];
  for (const [change, field, message] of rows)
    await expect(save({ ...workTyped, ...change })).rejects.toMatchObject({
      fields: { [field]: expect.stringMatching(message) },
    });
  expect((await stored(two)).text).toBe(before);
});
