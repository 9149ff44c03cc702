import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { holdingAsset } from '@/db/queries/asset-sweep';
import { assetByHash, recordAsset } from '@/db/queries/assets';
import { courseImports, draftAssets, editionAssets, publications } from '@/db/schema';
import { diskStore } from '@/server/storage/disk';
import { placeOf } from '@/server/storage/store';
import { testDatabase } from '@/test/database';
import { makeStudio } from '@/test/editions';
import { sweepAssets } from './assets';
import { heldStore } from './held-store';

let db: Database;
let close: () => Promise<void>;
let studio: Awaited<ReturnType<typeof makeStudio>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  studio = await makeStudio(db, { one: ['a'] });
});
afterAll(() => close());

let folder: string;
let store: ReturnType<typeof diskStore>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  store = diskStore(folder);
  return () => rmSync(folder, { recursive: true, force: true });
});

let made = 0;
function newBytes() {
  made += 1;
  return new TextEncoder().encode(`medium ${made}`);
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const age = (name: string, hours: number) =>
  utimesSync(join(folder, placeOf(name)), hoursAgo(hours), hoursAgo(hours));

/** A medium whose bytes were stored two days ago, with its row. */
async function oldMedium(bytes = newBytes()) {
  const hash = hashOf(bytes);
  await store.write(hash, bytes);
  await store.write(`${hash}.480.webp`, bytes);
  for (const name of [hash, `${hash}.480.webp`]) age(name, 48);
  await recordAsset(db, { hash, type: 'application/pdf', bytes: bytes.length, width: null, height: null });
  return { hash, bytes };
}
const isThere = async (hash: string) =>
  [await store.size(hash), await store.size(`${hash}.480.webp`), await assetByHash(db, hash)].map(Boolean);
const all = [true, true, true];
const none = [false, false, false];

describe('bytes that nothing names', () => {
  test('go when they are a day old, with the widths of a picture and the row', async () => {
    const { hash } = await oldMedium();
    expect(await sweepAssets(db, store)).toBe(1);
    expect(await isThere(hash)).toEqual(none);
    expect(await sweepAssets(db, store)).toBe(0);
  });

  test('go without a row as well: what was refused after it was stored', async () => {
    const bytes = newBytes();
    const hash = hashOf(bytes);
    await store.write(hash, bytes);
    age(hash, 25);
    expect(await sweepAssets(db, store)).toBe(1);
    expect(await store.size(hash)).toBeNull();
  });

  test('stay for a day', async () => {
    const { hash } = await oldMedium();
    for (const name of [hash, `${hash}.480.webp`]) age(name, 23);
    expect(await sweepAssets(db, store)).toBe(0);
    expect(await isThere(hash)).toEqual(all);
  });

  test('are new again when they are stored again', async () => {
    const { hash, bytes } = await oldMedium();
    await store.write(hash, bytes);
    expect(await sweepAssets(db, store)).toBe(0);
    expect(await isThere(hash)).toEqual(all);
  });
});

describe('bytes that are named stay:', () => {
  test.each<[string, (hash: string) => Promise<unknown>]>([
    [
      'by a draft',
      (hash) =>
        db.insert(draftAssets).values({ courseId: studio.courseId, path: `assets/${hash}.pdf`, hash }),
    ],
    [
      'by an edition',
      async (hash) => {
        const { editionId } = await studio.publish();
        await db.insert(editionAssets).values({ editionId, path: `assets/${hash}.pdf`, hash });
      },
    ],
    [
      'by an import that waits',
      (hash) =>
        db.insert(courseImports).values({
          courseId: studio.courseId,
          createdBy: studio.owner.userId,
          name: 'waiting',
          texts: {},
          assets: { 'assets/a.pdf': hash },
          report: [],
        }),
    ],
    [
      'by a publication that waits',
      (hash) =>
        db.insert(publications).values({
          courseId: studio.courseId,
          dueAt: new Date('2099-01-01'),
          dueZone: 'UTC',
          nextAttemptAt: new Date('2099-01-01'),
          moves: 'none',
          texts: {},
          assets: { 'assets/a.pdf': hash },
          createdBy: studio.owner.userId,
        }),
    ],
  ])('%s', async (_by, name) => {
    const { hash } = await oldMedium();
    await name(hash);
    expect(await sweepAssets(db, store)).toBe(0);
    expect(await isThere(hash)).toEqual(all);
  });
});

describe('an upload of the same bytes at the same moment', () => {
  test('holds them: the sweep passes over what is being stored', async () => {
    const { hash } = await oldMedium();
    await holdingAsset(db, hash, async () => {
      expect(await sweepAssets(db, store)).toBe(0);
    });
    expect(await isThere(hash)).toEqual(all);
  });

  test('waits for a sweep that has begun, and then stores them anew', async () => {
    const { hash, bytes } = await oldMedium();
    let upload: Promise<void> | undefined;
    const slow = {
      ...store,
      remove: async (name: string) => {
        upload ??= heldStore(store, () => db).write(hash, bytes);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await store.remove(name);
      },
    };
    expect(await sweepAssets(db, slow)).toBe(1);
    await upload;
    expect(await store.size(hash)).toBe(bytes.length);
  });

  test('after the sweep has looked at them keeps them', async () => {
    const { hash, bytes } = await oldMedium();
    const late = {
      ...store,
      async *list() {
        yield* store.list();
        await heldStore(store, () => db).write(hash, bytes);
      },
    };
    expect(await sweepAssets(db, late)).toBe(0);
    expect(await isThere(hash)).toEqual(all);
  });
});

test('a failing store leaves the row, and the next sweep tries again', async () => {
  const { hash } = await oldMedium();
  const failing = { ...store, remove: () => Promise.reject(new Error('the asset store answered 503')) };
  await expect(sweepAssets(db, failing)).rejects.toThrow('503');
  expect(await assetByHash(db, hash)).not.toBeNull();
  expect(await sweepAssets(db, store)).toBe(1);
});
