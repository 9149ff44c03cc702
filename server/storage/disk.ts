import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { isAssetName, placeOf, type SweptStore } from './store';

const absent = (error: unknown): null => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
};

/** What a crash left half written is never seen, and goes when it is a day old. */
const kept = 24 * 3600_000;

async function sweep(unfinished: string, now: number): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const age = await stat(path).then(({ mtimeMs }) => now - mtimeMs, absent);
    if (age !== null && age > kept) await rm(path, { force: true });
  }
}

/** Makes what a rename changed in a folder last. Some file systems cannot, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/**
 * Assets in a folder of this machine. A file is written beside its place, synced, and moved there, so
 * that what has a name is whole. Replicas have to share the folder.
 */
export function diskStore(folder: string): SweptStore & { prepare: () => Promise<void> } {
  const root = resolve(folder);
  const unfinished = join(root, 'unfinished');
  const pathOf = (name: string) => join(root, placeOf(name));
  const size = (name: string) => stat(pathOf(name)).then((found) => found.size, absent);
  const storedAt = (name: string) => stat(pathOf(name)).then((found) => found.mtime, absent);

  return {
    /** Makes the folders, and fails where nothing could be stored. */
    async prepare() {
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      const probe = join(unfinished, randomUUID());
      const handle = await open(probe, 'wx', 0o600);
      await handle.close();
      await rm(probe);
      await sweep(unfinished, Date.now());
    },
    size,
    async read(name) {
      return readFile(pathOf(name)).catch(absent);
    },
    async open(name, range) {
      const total = await size(name);
      if (total === null) return null;
      const stream = createReadStream(pathOf(name), range ?? {});
      return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, size: total };
    },
    async write(name, bytes) {
      const place = pathOf(name);
      const now = new Date();
      if ((await size(name)) === bytes.length && (await utimes(place, now, now).then(() => true, absent)))
        return;
      await mkdir(unfinished, { recursive: true, mode: 0o700 });
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const temporary = join(unfinished, `${name}.${randomUUID()}`);
      try {
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, place);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dirname(place));
    },
    async *list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(absent);
      for (const { name } of entries ?? []) {
        const at = isAssetName(name) ? await storedAt(name) : null;
        if (at) yield { name, at };
      }
    },
    storedAt,
    async remove(name) {
      await rm(pathOf(name), { force: true });
    },
  };
}
