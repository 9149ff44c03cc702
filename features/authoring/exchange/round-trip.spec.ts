import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { NotFound, perform } from '@/server/operation';
import { contentType, formOf, memoryStore } from '@/test/archives';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeStaff, makeUser } from '@/test/factories';
import { readCourseFolder } from '../course-folder';
import { applyImport } from './apply-import';
import { archiveCourse } from './archive-course';
import { createFromImport } from './create-from-import';
import { exportCourse } from './export-course';
import { getImport } from './get-import';
import { prepareUpload } from './prepare-upload';
import { stageImport } from './stage-import';
import { stageNewCourse } from './stage-new-course';

type Site = { db: Database; close: () => Promise<void>; actor: Actor; store: ReturnType<typeof memoryStore> };
let here: Site;
let elsewhere: Site;

async function site(): Promise<Site> {
  const { db, close } = await testDatabase();
  return { db, close, actor: await makeUser(db, { role: 'instructor' }), store: memoryStore() };
}
beforeAll(async () => {
  [here, elsewhere] = [await site(), await site()];
});
afterAll(() => Promise.all([here.close(), elsewhere.close()]));

async function exported({ db, actor, store }: Site, course: string): Promise<Buffer> {
  const { files, folder } = await perform(exportCourse, { course }, { db, actor });
  return buffer(archiveCourse(files, { name: folder, store }));
}

async function prepared(
  { store }: Site,
  archive: Buffer,
  into: Parameters<typeof prepareUpload>[1]['into'] = null,
) {
  const body = formOf([{ name: 'course.zip', data: archive }], 64 * 1024);
  return prepareUpload(body, { contentType, store, verified: '2026-11-23', into });
}

async function imported(at: Site, archive: Buffer, slug: string): Promise<string> {
  const context = { db: at.db, actor: at.actor };
  const { id } = await perform(stageNewCourse, { prepared: await prepared(at, archive) }, context);
  return (await perform(createFromImport, { import: id, slug }, context)).slug;
}

/** Puts files into a draft straight, without an import. */
async function courseWith(at: Site, slug: string, files: Record<string, string>): Promise<void> {
  const { id } = await perform(
    stageNewCourse,
    { prepared: { name: slug, texts: new Map(Object.entries(files)), assets: new Map(), report: [] } },
    { db: at.db, actor: at.actor },
  );
  await perform(createFromImport, { import: id, slug }, { db: at.db, actor: at.actor });
}

let count = 0;
const newSlug = (): string => {
  count += 1;
  return `course-${count}`;
};
const headWith = (slug: string): string => courseFiles['course.yaml'].replace('small-course', slug);

/** One part of a path: odd, but one that a course may have. Names that fold into each other are told apart by place. */
const part = fc
  .oneof(
    fc.constantFrom(
      '课程',
      'a b',
      "it's",
      'ünï',
      '(1)',
      'x'.repeat(60),
      'Ω',
      '🙂',
      '100%',
      'a&b',
      '#1',
      '~',
      '-',
    ),
    fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'abcXYZ019 _-.,+=@'.split('')) }),
  )
  .map((name) => name.replace(/^\.+/, '').trim() || 'n');
const path = (at: number) =>
  fc
    .tuple(
      fc.array(part, { maxLength: 3 }),
      part,
      fc.constantFrom('.md', '.yaml', '.yml', '.txt', '.markdown'),
    )
    .map(([folders, name, ending]) =>
      [...folders.map((folder) => `d${folder}`), `${at}${name}${ending}`].join('/'),
    );
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\n\n\n',
        '  \n',
        '\t',
        '---\n',
        '\uFEFF',
        '课',
        '{#id}',
        '[[',
        ':::',
        '$',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\u0000', '').toWellFormed());
const big = fc.nat({ max: 3 }).map((seed) => `${'多行文字 line\r\n'.repeat(20_000)}${seed}`);
const fileSet = fc
  .array(fc.oneof({ weight: 12, arbitrary: text }, { weight: 1, arbitrary: big }), { maxLength: 8 })
  .chain((texts) =>
    fc.tuple(...texts.map((content, at) => path(at).map((name): [string, string] => [name, content]))),
  )
  // A file cannot be the folder of another one.
  .map((entries) => Object.fromEntries(entries));

describe('export, import elsewhere, export again: byte for byte the same', () => {
  test('for any files that a draft may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fileSet, async (files) => {
        const slug = newSlug();
        await courseWith(here, slug, { ...files, 'course.yaml': headWith(slug) });
        const first = await exported(here, slug);
        await imported(elsewhere, first, slug);
        expect((await exported(elsewhere, slug)).equals(first)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('for the bundled course, with media', async () => {
    const root = join(import.meta.dirname, '../../../content/reading-a-blockchain-policy');
    const { texts } = await readCourseFolder(root);
    const slug = 'reading-a-blockchain-policy';
    const pixels = sharp({ create: { width: 640, height: 400, channels: 3, background: '#963' } });
    const media = {
      'assets/plan.png': await pixels.clone().png().toBuffer(),
      'assets/photo.jpg': await pixels
        .clone()
        .withExif({ IFD0: { Artist: 'Somebody' } })
        .jpeg()
        .toBuffer(),
      'assets/light.webp': await pixels.clone().webp().toBuffer(),
      'assets/talk.vtt': Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nHello 课程\n'),
    };
    const store = memoryStore();
    const given = await buffer(
      archiveCourse(
        {
          texts,
          assets: new Map(
            Object.entries(media).map(([name, bytes]) => {
              const hash = name;
              store.kept.set(hash, new Uint8Array(bytes));
              return [
                name,
                { hash, type: 'image/png' as const, bytes: bytes.length, width: null, height: null },
              ];
            }),
          ),
        },
        { name: slug, store },
      ),
    );
    await imported(here, given, slug);
    const first = await exported(here, slug);
    // The camera's words are gone, and the pictures are written once and for all.
    expect(first.includes('Somebody')).toBe(false);
    await imported(elsewhere, first, slug);
    const second = await exported(elsewhere, slug);
    expect(second.equals(first)).toBe(true);
    expect([...elsewhere.store.kept.keys()].sort()).toEqual([...here.store.kept.keys()].sort());
    expect((await exported(elsewhere, slug)).equals(first)).toBe(true);
  }, 90_000);

  test('into a course that exists, which keeps its own address and changes nothing else', async () => {
    const [from, to] = [newSlug(), newSlug()];
    const files = {
      ...courseFiles,
      'course.yaml': `# 注释\r\n${headWith(from)}  # end`,
      'notes/课.md': 'a\r\nb',
    };
    await courseWith(here, from, files);
    await courseWith(elsewhere, to, { 'course.yaml': headWith(to), 'old/gone.md': 'x' });
    const context = { db: elsewhere.db, actor: elsewhere.actor };
    const { files: draft } = await perform(exportCourse, { course: to }, context);
    const brought = await prepared(elsewhere, await exported(here, from), { slug: to, draft });
    expect(brought.report).toContainEqual(
      expect.objectContaining({
        kind: 'changed',
        file: 'course.yaml',
        message: expect.stringContaining(`"${from}"`),
      }),
    );
    const { id } = await perform(stageImport, { course: to, prepared: brought }, context);
    const shown = await perform(getImport, { course: to, import: id }, context);
    await perform(applyImport, { course: to, import: id, draft: shown.draft }, context);
    const { files: now } = await perform(exportCourse, { course: to }, context);
    const expected = {
      ...files,
      'course.yaml': files['course.yaml'].replace(`slug: ${from}`, `slug: ${to}`),
    };
    expect(Object.fromEntries(now.texts)).toEqual(expected);
  });
});

test('the same content is the same archive, in whatever order it was written and in whatever zone', async () => {
  const files = (entries: [string, string][]) => ({ texts: new Map(entries), assets: new Map() });
  const entries: [string, string][] = [
    ['b.md', 'B'],
    ['a.md', 'A'],
    ['课.md', '课'],
  ];
  const pack = (order: [string, string][]) =>
    buffer(archiveCourse(files(order), { name: 'x', store: memoryStore() }));
  const first = await pack(entries);
  expect((await pack([...entries].reverse())).equals(first)).toBe(true);
  const zone = process.env.TZ;
  process.env.TZ = 'Asia/Shanghai';
  try {
    expect((await pack(entries)).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('an archive whose media are gone breaks off instead of looking whole', async () => {
  const asset = { hash: 'f'.repeat(64), type: 'image/png' as const, bytes: 3, width: 1, height: 1 };
  const archive = archiveCourse(
    { texts: new Map([['course.yaml', 'x']]), assets: new Map([['assets/a.png', asset]]) },
    { name: 'x', store: memoryStore() },
  );
  await expect(buffer(archive)).rejects.toThrow('assets/a.png');
});

describe('an export', () => {
  test('is for the staff of the course, graders included, and for nobody else', async () => {
    const slug = newSlug();
    await courseWith(here, slug, { 'course.yaml': headWith(slug) });
    const [course] = await here.db
      .select()
      .from(courses)
      .where((await import('drizzle-orm')).eq(courses.slug, slug));
    const grader = await makeUser(here.db);
    await makeStaff(here.db, grader, course?.id ?? '');
    expect((await perform(exportCourse, { course: slug }, { db: here.db, actor: grader })).name).toBe(
      `${slug}-draft`,
    );
    for (const role of ['student', 'instructor'] as const) {
      const actor = await makeUser(here.db, { role });
      await expect(perform(exportCourse, { course: slug }, { db: here.db, actor })).rejects.toBeInstanceOf(
        NotFound,
      );
    }
  });

  test.each(['0', '-1', '1.5', 'x', '99', '1e9'])('has no edition %s', async (edition) => {
    const slug = newSlug();
    await courseWith(here, slug, { 'course.yaml': headWith(slug) });
    const context = { db: here.db, actor: here.actor };
    await expect(perform(exportCourse, { course: slug, edition }, context)).rejects.toThrow();
  });
});
