import { text as streamText } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFile, recordDraftFiles } from '@/db/queries/drafts';
import { courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { packageText } from '@/rules/exchange/qti-package';
import { openArchive } from '@/server/archive';
import { NotFound, perform } from '@/server/operation';
import { courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { bankFile } from '@/test/quizzes';
import { compileCourse } from '../compile/course';
import { exportSet } from './export-set';
import { importQuestions } from './import-questions';
import { previewQuestions } from './preview-questions';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const hashes = 'bank/hashes.md';
const set = bankFile(
  [
    { id: 'q-1', head: 'tags="easy"' },
    { id: 'q-2', head: 'passage="D1"' },
  ],
  ['tags: [module 1]'],
);
const cloze =
  ':::question{#q-gap kind="cloze"}\nA :gap[hash] is short.\n\n> **No.** Not so.\n>\n> Yes.\n:::\n';
const gift = `::Salt::[markdown]What is salt?{
  =Random bytes#Right.
  ~A key#**Salt is a key.** It is no secret.
}

::Essay::Explain it.{}

::Salt::What is salt, again?{=Random ~A key}
`;

let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
let grader: Actor;
let ids: Map<string, string>;
beforeEach(async () => {
  course = await makeCourse(db);
  [owner, grader] = [await makeUser(db, { role: 'instructor' }), await makeUser(db, { role: 'instructor' })];
  await makeStaff(db, owner, course.courseId);
  await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
  const files = courseOf({ [hashes]: `${set}\n${cloze}` });
  ids = await recordDraftFiles(db, course.courseId, files.texts, owner.userId);
});

const at = () => ({ course: course.slug });
const preview = (text: string, actor = owner) => perform(previewQuestions, { ...at(), text }, { db, actor });
const take = (input: { text: string; into?: string; title?: string }, actor = owner) =>
  perform(importQuestions, { ...at(), into: '', title: '', ...input }, { db, actor });
const out = (actor = owner, file = ids.get(hashes) ?? '') =>
  perform(exportSet, { ...at(), file, format: 'gift' }, { db, actor });
const stored = async (fileId: string) => (await draftFile(db, course.courseId, fileId))?.text ?? '';

test('a set goes out as GIFT with a report line by line, and comes in as it was', async () => {
  const { file: text, report, name, count } = await out();
  expect(name).toBe('hashes.gift.txt');
  expect(count).toBe(2);
  expect(report).toEqual([
    { title: 'q-1', notes: [], why: null },
    { title: 'q-2', notes: ['Not carried: the passage that it tests.'], why: null },
    { title: 'q-gap', notes: [], why: expect.stringContaining('cloze') },
  ]);
  const { fileId, added, left } = await take({ text: String(text), title: 'Again' });
  expect({ added, left }).toEqual({ added: 2, left: 0 });
  const again = await stored(fileId);
  const texts = new Map([...courseOf({}).texts, ['bank/again.md', again]]);
  expect((await compileCourse({ texts, assets: new Map() })).problems).toEqual([]);
  const back = await out(owner, fileId);
  expect(back.file).toBe(text);
});

test('what comes in is seen before anything is written: what is lost, what stays behind and why', async () => {
  const arrivals = await preview(gift);
  expect(arrivals).toMatchObject([
    { title: 'Salt', kind: 'single', notes: [], toWrite: 0, problems: [] },
    { title: 'Essay', kind: null, why: expect.stringContaining('essay') },
    { title: 'Salt', kind: 'single', toWrite: 3 },
  ]);
  const { fileId, added, left } = await take({ text: gift, into: ids.get(hashes) });
  expect({ fileId, added, left }).toEqual({ fileId: ids.get(hashes), added: 2, left: 1 });
  const text = await stored(fileId);
  expect(text.startsWith(`${set}\n${cloze}`.trimEnd())).toBe(true);
  expect(text).toContain(':::question{#salt kind="single"}');
  expect(text).toContain(':::question{#salt-2 kind="single"}');
  await take({ text: gift, into: fileId });
  expect(await stored(fileId)).toContain('#salt-3 ');
});

test('Moodle XML goes out and comes in as well; what is no such file is told at the field', async () => {
  const file = ids.get(hashes) ?? '';
  const {
    file: text,
    name,
    type,
  } = await perform(exportSet, { ...at(), file, format: 'moodle' }, { db, actor: owner });
  expect([name, type]).toEqual(['hashes.xml', 'application/xml']);
  expect(await preview(String(text))).toMatchObject([
    { title: 'q-1', kind: 'single', notes: [], toWrite: 0, problems: [] },
    { title: 'q-2', kind: 'single', notes: [], toWrite: 0, problems: [] },
  ]);
  const bomb = '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz>&a;</quiz>';
  await expect(preview(bomb)).rejects.toMatchObject({ fields: { text: expect.stringContaining('DOCTYPE') } });
  await expect(preview('<p>words</p>')).rejects.toMatchObject({
    fields: { text: expect.stringContaining('neither a “quiz”') },
  });
});

test('a package of QTI 3 goes out with an item for each question, tags and difficulty, and comes in', async () => {
  const file = ids.get(hashes) ?? '';
  const pack = () => perform(exportSet, { ...at(), file, format: 'qti' }, { db, actor: owner });
  const { file: bytes, name, type, count, report } = await pack();
  expect([name, type, count]).toEqual(['hashes.qti.zip', 'application/zip', 3]);
  expect(report.map(({ why }) => why)).toEqual([null, null, null]);
  expect((await pack()).file).toEqual(bytes);
  const { entries, close: shut } = await openArchive(Buffer.from(bytes), { most: 10 });
  const texts = new Map<string, string>();
  for (const { path, open } of entries) texts.set(path, await streamText(await open()));
  shut();
  expect([...texts.keys()]).toEqual(['imsmanifest.xml', 'items/001.xml', 'items/002.xml', 'items/003.xml']);
  const { fileId, added } = await take({ text: packageText(texts), title: 'Again' });
  expect(added).toBe(3);
  const again = await stored(fileId);
  expect(again).toContain(':::question{#q-1 kind="single" tags="module 1, easy"}');
  expect(again).toContain(':gap[hash]');
  const files = new Map([...courseOf({}).texts, ['bank/again.md', again]]);
  expect((await compileCourse({ texts: files, assets: new Map() })).problems).toEqual([]);
  // One item alone, and what is of another version.
  expect(await preview(texts.get('items/003.xml') ?? '')).toMatchObject([{ kind: 'cloze', toWrite: 0 }]);
  await expect(preview('<questestinterop/>')).rejects.toMatchObject({
    fields: { text: expect.stringContaining('QTI 1.2') },
  });
});

test('says at the field what is missing or too much', async () => {
  await expect(preview(' ')).rejects.toMatchObject({ fields: { text: expect.stringContaining('Paste') } });
  await expect(preview('// nothing')).rejects.toMatchObject({
    fields: { text: expect.stringContaining('no question') },
  });
  const many = Array.from({ length: 501 }, (_, at) => `Q${at} {=a ~b}`).join('\n\n');
  await expect(preview(many)).rejects.toMatchObject({ fields: { text: expect.stringContaining('500') } });
  await expect(preview('x'.repeat(1_500_001))).rejects.toMatchObject({
    fields: { text: expect.stringContaining('1,500,000') },
  });
  await expect(take({ text: gift })).rejects.toMatchObject({
    fields: { title: expect.stringContaining('title') },
  });
  await expect(take({ text: 'Just words.', title: 'A' })).rejects.toMatchObject({
    fields: { text: expect.stringContaining('None') },
  });
  await expect(take({ text: gift, into: ids.get('course.yaml') })).rejects.toMatchObject({
    code: 'set-gone',
  });
});

test('is for those who write the course; a grader may take a set out', async () => {
  const stranger = await makeUser(db, { role: 'instructor' });
  for (const other of [stranger, grader]) {
    await expect(preview(gift, other)).rejects.toBeInstanceOf(NotFound);
    await expect(take({ text: gift, title: 'A' }, other)).rejects.toBeInstanceOf(NotFound);
  }
  await expect(out(stranger)).rejects.toBeInstanceOf(NotFound);
  expect((await out(grader)).count).toBe(2);
  await expect(out(owner, ids.get('course.yaml'))).rejects.toBeInstanceOf(NotFound);
});
