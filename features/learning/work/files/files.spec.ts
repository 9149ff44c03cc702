import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { unusedAssets } from '@/db/queries/asset-sweep';
import { sweepWorkFiles } from '@/db/queries/work-files';
import { workFiles } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { signOfFiles } from '@/rules/work/files';
import { perform } from '@/server/operation';
import type { AssetStore } from '@/server/storage';
import { zipOfFiles } from '@/test/archives';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { handInWork } from '../hand-in-work';
import { addWorkFile } from './add-work-file';
import { admitWorkFile } from './admit-work-file';
import { keepWorkFile } from './keep-work-file';
import { readWorkFile } from './read-work-file';
import { removeWorkFile } from './remove-work-file';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const type = 'application/pdf';
const nextHash = () => randomBytes(32).toString('hex');

/** Work that takes two files, with somebody who writes it. */
async function attached(rules: string[] = []) {
  const work = await makeWork(db, ['files: { most: 2, size: 1, kinds: [pdf, txt, docx] }', ...rules]);
  const writer = await work.writer();
  const version = { ...work.at, number: 1 };
  const by = { db, actor: writer.actor };
  return {
    ...work,
    writer,
    admit: (actor: Actor = writer.actor) => perform(admitWorkFile, version, { db, actor }),
    add: (name = 'essay.pdf', hash = nextHash(), actor: Actor = writer.actor) =>
      perform(addWorkFile, { ...version, name, file: { hash, type, bytes: 10 } }, { db, actor }),
    remove: (file: string, removed: 'yes' | 'no' = 'yes') =>
      perform(removeWorkFile, { ...version, file, removed }, by),
    names: async () => (await writer.lesson()).work?.writing?.files.map(({ name }) => name),
    read: (file: string, actor: Actor) => perform(readWorkFile, { file }, { db, actor }),
    handIn: async (files: { id: string }[], text = 'Four words of mine.') => {
      const { revision } = await writer.save(text, 0);
      return perform(handInWork, { ...version, revision, files: signOfFiles(files) }, by);
    },
    submission: async () => (await writer.rows())[0]?.id ?? '',
  };
}

describe('files are handed in with a text', () => {
  test('as many as are taken, however many come at once; taken out they can be brought back', async () => {
    const { admit, add, remove, names } = await attached();
    expect(await admit()).toMatchObject({ ok: true, files: { most: 2, size: 1 } });
    const sent = await Promise.allSettled([1, 2, 3, 4, 5].map((one) => add(`${one}.pdf`)));
    const kept = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(kept).toHaveLength(2);
    expect(sent.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'work-files-full' },
    });
    expect(await admit()).toEqual({ ok: false, code: 'work-files-full' });
    const [first] = kept;
    if (!first) throw new Error('none');
    await remove(first.id);
    await expect(remove(first.id)).rejects.toMatchObject(notFound);
    const other = await add('other.pdf');
    await expect(remove(first.id, 'no')).rejects.toMatchObject({ code: 'work-files-full' });
    await remove(other.id);
    await remove(first.id, 'no');
    expect((await names())?.sort()).toEqual(kept.map(({ name }) => name).sort());
  });

  test('exactly those that were looked at, and then stay as they are', async () => {
    const { add, remove, handIn, writer, admit } = await attached();
    const one = await add('one.pdf');
    const two = await add('two.pdf');
    await expect(handIn([one])).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await handIn([two, one]);
    for (const late of [() => add('three.pdf'), () => remove(one.id), () => remove(one.id, 'no'), admit])
      await expect(late()).rejects.toMatchObject({ code: 'work-handed-in' });
    expect((await writer.get()).files).toMatchObject([{ name: 'one.pdf' }, { name: 'two.pdf' }]);
  });

  test('for who writes it alone; work without files has no door for them', async () => {
    const { add, staff, owner } = await attached();
    for (const actor of [owner, await staff('grader'), await makeUser(db)])
      await expect(add('x.pdf', nextHash(), actor)).rejects.toMatchObject(notFound);
    const plain = await makeWork(db);
    const { actor } = await plain.writer();
    await expect(perform(admitWorkFile, { ...plain.at, number: 1 }, { db, actor })).rejects.toMatchObject(
      notFound,
    );
  });
});

test('a file is read by its learner and, once it is handed in, by the graders of the course', async () => {
  const { add, read, handIn, staff, grading, writer, submission, owner } = await attached([
    'anonymous: true',
  ]);
  const file = await add('CANARY Lin Learner.pdf');
  const grader = await staff('grader');
  expect(await read(file.id, writer.actor)).toMatchObject({ name: 'CANARY Lin Learner.pdf' });
  await expect(read(file.id, grader)).rejects.toMatchObject(notFound);
  await handIn([file]);
  const elsewhere = await makeWork(db);
  const classmate = await (await attached()).writer;
  for (const actor of [await staff('editor'), await makeUser(db), elsewhere.owner, classmate.actor])
    await expect(read(file.id, actor)).rejects.toMatchObject(notFound);
  // Of anonymous work neither the page nor the file has a name before it is graded.
  const id = await submission();
  await grading(grader).claim(id);
  expect(await read(file.id, grader)).toMatchObject({ name: 'File 1.pdf' });
  const screen = await grading(grader).get(id);
  expect(screen.files).toMatchObject([{ name: 'File 1.pdf' }]);
  expect(JSON.stringify(screen)).not.toContain('CANARY');
  await grading(grader).finish(id, { claim: 1, evidence: 1 });
  expect(await read(file.id, owner)).toMatchObject({ name: 'CANARY Lin Learner.pdf' });
  expect((await grading(grader).get(id)).files).toMatchObject([{ name: 'CANARY Lin Learner.pdf' }]);
});

test('bytes are kept while a file has them, and for a day after it was taken out', async () => {
  const { add, remove, names } = await attached();
  const hash = nextHash();
  const { id } = await add('one.pdf', hash);
  expect(await unusedAssets(db, [hash])).toEqual([]);
  await remove(id);
  await sweepWorkFiles(db);
  expect(await unusedAssets(db, [hash])).toEqual([]);
  await db.update(workFiles).set({ removedAt: sql`now() - interval '25 hours'` }).where(eq(workFiles.id, id));
  await sweepWorkFiles(db);
  expect(await unusedAssets(db, [hash])).toEqual([hash]);
  expect(await names()).toEqual([]);
});

test('a file is looked through before a byte of it is stored', async () => {
  const stored: string[] = [];
  const store = { write: async (name: string) => void stored.push(name) } as unknown as AssetStore;
  const media: string[] = [];
  const keep = keepWorkFile(async (_store, bytes, name) => {
    media.push(name);
    return { asset: { hash: 'a'.repeat(64), type, bytes: bytes.length } };
  });
  const files = { most: 2, size: 1, kinds: ['pdf' as const, 'docx' as const] };
  const kept = (bytes: Buffer, name: string) => keep(store, async () => bytes, name, { files });
  const word = zipOfFiles({ '[Content_Types].xml': '', 'word/document.xml': '' });
  const pdf = Buffer.from('%PDF-1.7');
  expect(await kept(Buffer.alloc(1_000_001, 65), 'a.pdf')).toEqual({ problem: 'work-file-too-large' });
  expect(await kept(Buffer.from('plain text'), 'a.txt')).toEqual({ problem: 'work-file-kind' });
  expect(await kept(Buffer.from('<svg onload="alert(1)"/>\0'), 'a.pdf')).toEqual({
    problem: 'work-file-kind',
  });
  expect(await kept(pdf, 'a.docx')).toEqual({ problem: 'wrong-name' });
  expect([stored, media]).toEqual([[], []]);
  expect(await kept(pdf, 'a.pdf')).toMatchObject({ file: { type, bytes: 8 } });
  expect(await kept(word, 'a.docx')).toMatchObject({ file: { type: expect.stringContaining('word') } });
  expect([stored.length, media]).toEqual([1, ['a.pdf']]);
});
