import { createHash } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  clashIn,
  isClutter,
  isTextPath,
  importLimits as most,
  pathProblem,
  sharedTop,
} from '@/rules/authoring/course-paths';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';
import { checkYaml } from './check-yaml';
import { ImportRefused } from './import-refused';
import type { Medium, Received } from './received';
import { sniffMedium } from './sniff-medium';

/** A file as it was sent: its path, and its bytes once they are asked for. */
export type Sent = { path: string; open: () => Promise<AsyncIterable<Uint8Array>> };

/**
 * Takes in the files of an upload, one after the other, and counts every byte of them. One file that may
 * not be refuses all of them. `packed` is the size of the archive they come from.
 */
export async function takeIn(
  sent: readonly Sent[],
  { folder, name, packed }: { folder: string; name: string; packed: number },
): Promise<Received> {
  const { files, clutter, top } = checkedPaths(sent);
  const texts = new Map<string, string>();
  const media = new Map<string, Medium>();
  const notes: ImportNote[] = [];
  const counts = { all: 0, texts: 0, packed };
  for (const [index, { path, open }] of files.entries()) {
    const file = join(folder, `taken-${index}`);
    const hash = await writeCounted(await open(), { path, file, counts });
    if (isTextPath(path)) {
      const text = textIn(await readFile(file), path);
      checkYaml(path, text);
      texts.set(path, text);
      await rm(file);
      continue;
    }
    const found = await sniffMedium(await readFile(file), path);
    if ('type' in found) media.set(path, { ...found, hash, file });
    else {
      notes.push({ kind: 'dropped', file: path, line: 1, message: found.why });
      await rm(file);
    }
  }
  if (texts.size + media.size > most.kept) throw new ImportRefused('too-many-files');
  if (texts.size === 0) throw new ImportRefused('nothing-inside');
  return { name: top ?? name, texts, media, notes, clutter };
}

/** What stands for an entry that is a folder. */
export const folderName = '.folder';

/** The files by their paths inside the course; throws when one has a path that none may have. */
function checkedPaths(sent: readonly Sent[]) {
  if (sent.length > most.entries) throw new ImportRefused('too-many-entries');
  for (const { path } of sent) {
    const problem = pathProblem(path);
    if (problem) throw new ImportRefused(problem, path);
  }
  const clash = clashIn(sent.map(({ path }) => path));
  if (clash) throw new ImportRefused(clash.problem, clash.path);
  const wanted = sent.filter(({ path }) => !isClutter(path));
  const top = sharedTop(wanted.map(({ path }) => path));
  const files = wanted.map((file) => (top ? { ...file, path: file.path.slice(top.length + 1) } : file));
  const long = files.find(({ path }) => path.length > most.path);
  if (long) throw new ImportRefused('path-too-long', long.path);
  // A folder of an archive stands here as a name only: nobody misses it.
  const left = sent.filter(({ path }) => isClutter(path) && !path.endsWith(`/${folderName}`));
  return { files, clutter: left.length, top };
}

type Counts = { all: number; texts: number; packed: number };

/** Writes a file and gives the hash of its bytes; stops at the byte that is one too many. */
async function writeCounted(
  stream: AsyncIterable<Uint8Array>,
  { path, file, counts }: { path: string; file: string; counts: Counts },
): Promise<string> {
  const hash = createHash('sha256');
  const sink = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      counts.all += chunk.byteLength;
      if (isTextPath(path)) counts.texts += chunk.byteLength;
      const problem = tooMuch(path, size, counts);
      if (problem) throw new ImportRefused(problem, path);
      hash.update(chunk);
      await sink.write(chunk);
    }
  } finally {
    await sink.close();
  }
  return hash.digest('hex');
}

function tooMuch(path: string, size: number, counts: Counts) {
  if (size > most.file) return 'file-too-large';
  if (isTextPath(path) && size > most.text) return 'text-too-large';
  if (counts.texts > most.texts) return 'texts-too-large';
  if (counts.all > most.unpacked) return 'unpacked-too-large';
  return counts.all > Math.max(most.freely, counts.packed * most.ratio) ? 'packed-too-tightly' : null;
}

/** Bytes as a text, every one of them: a byte order mark stays, so that the same bytes come out again. */
function textIn(bytes: Uint8Array, path: string): string {
  if (bytes.includes(0)) throw new ImportRefused('text-with-nul', path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ImportRefused('text-not-utf8', path);
  }
}
