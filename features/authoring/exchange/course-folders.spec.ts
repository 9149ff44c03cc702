import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { assets } from '@/db/schema';
import { NotFound, perform } from '@/server/operation';
import { memoryStore } from '@/test/archives';
import { courseFiles, courseFolder, removeCourseFolders } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { readCourseFolder } from '../course-folder';
import { importCourse, platform } from '../import-course';
import { exportCourse } from './export-course';
import { exportCourseFolder } from './export-course-folder';
import { importCourseFolder } from './import-course-folder';
import { listImports } from './list-imports';
import { prepareImport } from './prepare-import';
import { receiveFolder } from './receive-folder';
import { inTemporaryFolder } from './temporary-folder';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(async () => {
  removeCourseFolders();
  await close();
});

const picture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#369' } })
    .png()
    .toBuffer();
const lesson = 'modules/1-first/1-one.md';

/** A course folder with a picture that its lesson shows, a file that is none, and one outside. */
async function folderWithPicture(slug: string): Promise<string> {
  const folder = courseFolder({
    'course.yaml': courseFiles['course.yaml'].replace('small-course', slug),
    [lesson]: courseFiles[lesson].replace('The opening', '![A square](assets/square.png) The opening'),
  });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/square.png'), await picture());
  writeFileSync(join(folder, 'assets/broken.png'), 'no picture');
  writeFileSync(join(folder, 'outside.png'), await picture());
  return folder;
}

describe('a course folder with media', () => {
  test('gives those below assets/, judged by their content, and keeps their bytes where there is a store', async () => {
    const folder = await folderWithPicture('with-media');
    const store = memoryStore();
    const { assets: found, texts } = await readCourseFolder(folder, store);
    const [[path, asset] = []] = found;
    expect([found.size, path]).toEqual([1, 'assets/square.png']);
    expect(asset).toMatchObject({ type: 'image/png', width: 30, height: 20 });
    expect(store.kept.has(asset?.hash ?? '')).toBe(true);
    expect(texts.size).toBe(Object.keys(courseFiles).length);
    // Where it is only checked, the same is found and nothing is kept.
    expect((await readCourseFolder(folder)).assets).toEqual(found);
  });

  test('is published with them, and not at all where there is nowhere to keep them', async () => {
    const folder = await folderWithPicture('published-media');
    expect(await importCourse(db, folder)).toMatchObject({
      ok: false,
      message: expect.stringContaining('no store'),
    });
    const store = memoryStore();
    expect((await importCourse(db, folder, store)).message).toContain('edition 1 published');
    const rows = await db.select().from(assets);
    expect(rows).toContainEqual(expect.objectContaining({ type: 'image/png', width: 30 }));
    expect(rows.every(({ hash }) => store.kept.has(hash))).toBe(true);
  });
});

describe('whoever runs the server', () => {
  const load = (folder: string, slug: string, inNameOf: string) =>
    inTemporaryFolder(async (temporary) => {
      const received = await receiveFolder(folder, temporary);
      const options = { store: memoryStore(), verified: '2026-11-23', into: null };
      const prepared = await prepareImport(received, options);
      return perform(importCourseFolder, { slug, inNameOf, prepared }, { db, actor: platform });
    });

  test('makes a course of a folder in the name of a person, changes its draft, and takes it out again', async () => {
    const person = await makeUser(db, { role: 'instructor' });
    const slug = 'by-command';
    const folder = courseFolder({ 'course.yaml': courseFiles['course.yaml'].replace('small-course', slug) });
    expect(await load(folder, slug, person.email)).toMatchObject({ made: true, added: 6 });
    writeFileSync(join(folder, lesson), `${courseFiles[lesson]}\nMore.\n`);
    expect(await load(folder, slug, person.email)).toMatchObject({ made: false, changed: 1 });
    const { texts } = await perform(exportCourseFolder, { course: slug }, { db, actor: platform });
    expect(texts.get(lesson)).toContain('More.');
    // The person owns it, and can bring back what gave way.
    const context = { db, actor: person };
    expect((await perform(exportCourse, { course: slug }, context)).files.texts).toEqual(texts);
    expect(await perform(listImports, { course: slug }, context)).toMatchObject({
      imports: [{ way: 'former' }],
    });
  });

  test('is told when there is no such person, course or address', async () => {
    const folder = courseFolder();
    await expect(load(folder, 'a-course', 'nobody@example.org')).rejects.toMatchObject({
      fields: { inNameOf: expect.any(String) },
    });
    await expect(load(folder, 'Bad Slug', 'x')).rejects.toMatchObject({
      fields: { slug: expect.any(String) },
    });
    await expect(
      perform(exportCourseFolder, { course: 'gone' }, { db, actor: platform }),
    ).rejects.toBeInstanceOf(NotFound);
  });

  test('is nobody who signed in, an administrator included', async () => {
    const prepared = { name: 'x', texts: new Map(), assets: new Map(), report: [] };
    for (const role of ['student', 'instructor', 'admin'] as const) {
      const context = { db, actor: await makeUser(db, { role }) };
      const input = { slug: 'x', inNameOf: context.actor.email, prepared };
      await expect(perform(importCourseFolder, input, context)).rejects.toBeInstanceOf(NotFound);
      await expect(perform(exportCourseFolder, { course: 'by-command' }, context)).rejects.toBeInstanceOf(
        NotFound,
      );
    }
  });

  test('a link in a folder is refused', async () => {
    const folder = courseFolder();
    symlinkSync('/etc/passwd', join(folder, 'modules/link.md'));
    await expect(inTemporaryFolder((temporary) => receiveFolder(folder, temporary))).rejects.toMatchObject({
      code: 'special-entry',
      file: 'modules/link.md',
    });
  });
});
