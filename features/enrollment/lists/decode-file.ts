import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { encodingsOf, type TextEncoding } from '@/rules/files/text-encoding';
import { ListRefused } from './list-refused';

/** The text of bytes as they come; throws a TypeError where they are not of the encoding. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function fits(path: string, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const _ of decoded(createReadStream(path), encoding));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The first bytes of a file. */
export async function beginningOf(path: string, length = 1_024): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The encoding in which all of a file can be read. One that does not fit anywhere is never guessed at. */
export async function encodingOf(path: string): Promise<TextEncoding> {
  for (const encoding of encodingsOf(await beginningOf(path)))
    if (await fits(path, encoding)) return encoding;
  throw new ListRefused('unknown-encoding');
}

/** A text that is in memory already, as a stream of pieces. */
export async function* piecesOf(text: string, length = 64 * 1024): AsyncGenerator<string, void> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
