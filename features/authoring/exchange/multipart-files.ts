import { ImportRefused } from './import-refused';

const longestHead = 16 * 1024;

/** A file of a form: its name, folders included where the browser sends them, and its bytes. */
export type FormFile = { name: string; bytes: AsyncIterable<Uint8Array> };

function boundaryOf(contentType: string): Buffer {
  const match = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw new ImportRefused('upload-broken');
  return Buffer.from(`\r\n--${boundary}`);
}

/** The name of the file in the head of a part; null for a field without one. Browsers escape three characters. */
function fileNameIn(head: Buffer): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head);
  } catch {
    throw new ImportRefused('name-not-utf8');
  }
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(text)?.[1] ?? '';
  const name = /(?:^|;)\s*filename="([^"\r\n]*)"/i.exec(line)?.[1];
  return name === undefined
    ? null
    : name.replace(/%22|%0D|%0A/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** Reads a body in pieces that end where somebody says. */
class Body {
  // The first boundary has no line before it: one is put there, so that all boundaries are alike.
  #rest: Buffer = Buffer.from('\r\n');
  constructor(private readonly chunks: AsyncIterator<Uint8Array>) {}

  async #more(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw new ImportRefused('upload-broken');
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }

  /** Everything up to an ending, which is taken away; it is not looked for beyond `most` bytes. */
  async upTo(ending: Buffer, most: number): Promise<Buffer> {
    let at = this.#rest.indexOf(ending);
    while (at === -1) {
      if (this.#rest.length > most) throw new ImportRefused('upload-broken');
      await this.#more();
      at = this.#rest.indexOf(ending);
    }
    const found = this.#rest.subarray(0, at);
    this.#rest = this.#rest.subarray(at + ending.length);
    return found;
  }

  async take(count: number): Promise<string> {
    while (this.#rest.length < count) await this.#more();
    const taken = this.#rest.subarray(0, count).toString('latin1');
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  /** The same as `upTo`, handed on as it arrives. */
  async *piecesUpTo(ending: Buffer): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const at = this.#rest.indexOf(ending);
      const safe = at === -1 ? Math.max(0, this.#rest.length - ending.length + 1) : at;
      const piece = this.#rest.subarray(0, safe);
      this.#rest = this.#rest.subarray(at === -1 ? safe : at + ending.length);
      if (piece.length > 0) yield piece;
      if (at !== -1) return;
      await this.#more();
    }
  }
}

/**
 * The files of a multipart form, one after the other as they arrive. Nothing is kept in memory but a piece;
 * fields that are no files are passed over.
 */
export async function* multipartFiles(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<FormFile, void> {
  const boundary = boundaryOf(contentType);
  const body = new Body(chunks[Symbol.asyncIterator]());
  await body.upTo(boundary, longestHead);
  for (;;) {
    const next = await body.take(2);
    if (next === '--') return;
    if (next !== '\r\n') throw new ImportRefused('upload-broken');
    const name = fileNameIn(await body.upTo(Buffer.from('\r\n\r\n'), longestHead));
    const bytes = body.piecesUpTo(boundary);
    if (name !== null && name !== '') yield { name, bytes };
    // What nobody wanted to read has to pass all the same.
    for await (const _ of bytes);
  }
}
