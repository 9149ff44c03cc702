import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What turns a course's files into an edition: when it changes, so may the edition. */
const compiler = ['features/authoring/compile', 'kinds', 'rules', 'package-lock.json'];

async function* filesUnder(path: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.name.endsWith('.spec.ts')) yield* filesUnder(join(path, entry.name));
  }
}

async function hashOf(roots: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const root of roots) {
    for await (const file of filesUnder(root)) hash.update(file).update(await readFile(file).catch(() => ''));
  }
  return hash.digest('hex');
}

/** SHA-256, hex, over a course folder and the compiler: the same hash compiles to the same edition. */
export const sourceHash = (folder: string): Promise<string> => hashOf([folder, ...compiler]);

let own: Promise<string> | undefined;

/** The same over the compiler alone, as it was when first asked: this process runs no other. */
export function compilerHash(): Promise<string> {
  own ??= hashOf(compiler);
  return own;
}
