import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { importLimits as most } from '@/rules/authoring/course-paths';
import { stemOf } from '@/rules/authoring/foreign-course-names';
import { ImportRefused } from './import-refused';
import { multipartFiles } from './multipart-files';
import type { Received } from './received';
import { takeIn } from './take-in';
import { unpackArchive } from './unpack-archive';

type Part = { name: string; file: string; bytes: number };

/**
 * Receives an upload: one zip archive, one Markdown file, or the files of a folder. The body is written to
 * `folder` as it arrives, and no further than it may be long.
 */
export async function receiveUpload(
  body: AsyncIterable<Uint8Array>,
  { contentType, folder }: { contentType: string; folder: string },
): Promise<Received> {
  const parts: Part[] = [];
  for await (const { name, bytes } of multipartFiles(within(body, most.upload), contentType)) {
    if (parts.length >= most.entries) throw new ImportRefused('too-many-entries');
    const file = join(folder, `part-${parts.length}`);
    parts.push({ name, file, bytes: await write(file, bytes) });
  }
  const [only, ...others] = parts;
  if (!only) throw new ImportRefused('nothing-chosen');
  if (others.length === 0 && (await isArchive(only.file)))
    return unpackArchive(only.file, { folder, name: stemOf(only.name) });
  if (others.length === 0 && /\.zip$/i.test(only.name)) throw new ImportRefused('not-an-archive');
  const sent = parts.map(({ name, file }) => ({ path: name, open: async () => createReadStream(file) }));
  const packed = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return takeIn(sent, { folder, name: stemOf(only.name), packed });
}

/** Hands a body on, and stops at the byte that is one too many. A body that breaks off is no upload. */
async function* within(body: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<Uint8Array, void> {
  const chunks = body[Symbol.asyncIterator]();
  const next = () =>
    chunks.next().catch(() => {
      throw new ImportRefused('upload-broken');
    });
  let size = 0;
  for (let { done, value } = await next(); !done; { done, value } = await next()) {
    size += value.byteLength;
    if (size > largest) throw new ImportRefused('upload-too-large');
    yield value;
  }
}

async function write(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const sink = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of bytes) {
      size += piece.byteLength;
      await sink.write(piece);
    }
    return size;
  } finally {
    await sink.close();
  }
}

/** By its first bytes: a file inside follows, or the end of an archive without any. */
async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1'));
  } finally {
    await handle.close();
  }
}
