import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { diskStore } from './disk';
import { prepareStorage } from './index';

const folders: string[] = [];
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const bytes = new TextEncoder().encode('some bytes');
const name = createHash('sha256').update(bytes).digest('hex');
const text = async (body: ReadableStream<Uint8Array> | undefined) => new Response(body).text();

describe('a folder as a store', () => {
  test('gives back what was written, whole and in part', async () => {
    const store = diskStore(newFolder());
    await store.write(name, bytes);
    await store.write(`${name}.960.webp`, bytes);
    expect(await store.read(name)).toEqual(Buffer.from(bytes));
    expect(await store.size(`${name}.960.webp`)).toBe(bytes.length);
    const whole = await store.open(name);
    expect([whole?.size, await text(whole?.body)]).toEqual([10, 'some bytes']);
    const part = await store.open(name, { start: 5, end: 9 });
    expect([part?.size, await text(part?.body)]).toEqual([10, 'bytes']);
  });

  test('has nothing where nothing was written', async () => {
    const store = diskStore(join(newFolder(), 'not-there'));
    expect([await store.read(name), await store.size(name), await store.open(name)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('keeps files two folders deep, for its own user alone', async () => {
    const folder = newFolder();
    await diskStore(folder).write(name, bytes);
    const place = join(folder, name.slice(0, 2), name.slice(2, 4), name);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  test.each(['../../etc/passwd', `${name}/..`, name.toUpperCase(), `${name}.png`, `${name}.99999.webp`, ''])(
    'knows no name like %j',
    async (odd) => {
      const store = diskStore(newFolder());
      await expect(async () => store.read(odd)).rejects.toThrow('no name of an asset');
      await expect(store.write(odd, bytes)).rejects.toThrow('no name of an asset');
      await expect(store.open(odd)).rejects.toThrow('no name of an asset');
    },
  );

  test('written to by many at once holds each file whole, once', async () => {
    const folder = newFolder();
    const stores = Array.from({ length: 8 }, () => diskStore(folder));
    await Promise.all(stores.map((store) => store.write(name, bytes)));
    expect(await stores[0]?.read(name)).toEqual(Buffer.from(bytes));
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  test('does not show a file that was left half written by a crash', async () => {
    const folder = newFolder();
    const script = `
      import { diskStore } from ${JSON.stringify(join(import.meta.dirname, 'disk.ts'))};
      import fs from 'node:fs/promises';
      const store = diskStore(${JSON.stringify(folder)});
      await store.prepare();
      const handle = await fs.open(${JSON.stringify(join(folder, 'unfinished', 'probe'))}, 'w');
      const { writeFile } = Object.getPrototypeOf(handle);
      Object.getPrototypeOf(handle).writeFile = async function (bytes) {
        await writeFile.call(this, bytes.subarray(0, 4));
        process.kill(process.pid, 'SIGKILL');
      };
      await store.write(${JSON.stringify(name)}, new TextEncoder().encode('some bytes'));`;
    const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect([ended.signal, ended.stderr]).toEqual(['SIGKILL', '']);
    const left = readdirSync(join(folder, 'unfinished')).filter((file) => file.startsWith(name));
    expect(left.map((file) => readFileSync(join(folder, 'unfinished', file), 'utf8'))).toEqual(['some']);
    const store = diskStore(folder);
    expect([await store.read(name), await store.size(name)]).toEqual([null, null]);
    await store.write(name, bytes);
    expect(await store.read(name)).toEqual(Buffer.from(bytes));
  });

  test('forgets at a start what was left half written a day ago, and nothing younger', async () => {
    const folder = newFolder();
    const store = diskStore(folder);
    await store.prepare();
    const [old, young] = ['old', 'young'].map((file) => join(folder, 'unfinished', file)) as [string, string];
    for (const file of [old, young]) writeFileSync(file, 'half');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(old, yesterday, yesterday);
    await store.prepare();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});

test('a folder that nothing can be stored in is named at the start', async () => {
  const file = join(newFolder(), 'a-file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  await expect(prepareStorage({ ASSETS_DIR: file } as never)).rejects.toThrow(
    `nothing can be stored in ${file}`,
  );
});
