import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { receiveFile } from './multipart';

const folder = mkdtempSync(join(tmpdir(), 'upload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');

const boundary = '----x7MA4YWxk';
type Part = { field: string; name?: string; body: Uint8Array | string };

const form = (parts: Part[], end = `--${boundary}--\r\n`): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ field, name, body }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${
          name === undefined ? '' : `; filename="${name}"\r\nContent-Type: image/png`
        }\r\n\r\n`,
      ),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ]);

/** A request whose body arrives in pieces of these sizes, over and over. */
function arriving(
  bytes: Uint8Array,
  sizes: number[] = [1 << 16],
  headers: Record<string, string> = {},
): Request {
  let at = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = sizes[turn % sizes.length] ?? 1;
      turn += 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const type = `multipart/form-data; boundary=${boundary}`;
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type, ...headers } };
  return new Request('http://localhost/', init as RequestInit);
}

const receive = (request: Request, most = 1000) => receiveFile(request, { path, most });

describe('a form with a file', () => {
  test('gives the file and its name, in whatever pieces it arrives', async () => {
    const tricky = fc.constantFrom('\r\n', '--', boundary, `\r\n--${boundary.slice(0, 8)}`, '\r\n--', 'x');
    const body = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
      fc.array(tricky, { minLength: 1, maxLength: 30 }).map((words) => Buffer.from(words.join(''))),
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(body, sizes, async (bytes, pieces) => {
        fc.pre(
          !Buffer.from(bytes).includes(`\r\n--${boundary}`) && !Buffer.from(bytes).includes(`--${boundary}`),
        );
        const parts = [
          { field: 'note', body: 'x' },
          { field: 'file', name: 'Übersicht “1”.png', body: bytes },
        ];
        expect(await receive(arriving(form(parts), pieces))).toEqual({ name: 'Übersicht “1”.png' });
        expect(readFileSync(path).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('as browsers make it is read', async () => {
    const made = new FormData();
    made.set('file', new Blob(['bytes'], { type: 'image/png' }), 'a "b".png');
    expect(await receive(new Request('http://localhost/', { method: 'POST', body: made }))).toEqual({
      name: 'a "b".png',
    });
    expect(readFileSync(path, 'utf8')).toBe('bytes');
  });
});

describe('what is refused', () => {
  const file = { field: 'file', name: 'a.png', body: 'bytes' };
  test.each<[string, () => Request, string]>([
    ['no form', () => new Request('http://localhost/', { method: 'POST', body: '{}' }), 'no-file'],
    ['a form without a file', () => arriving(form([{ field: 'note', body: 'x' }])), 'no-file'],
    ['a file that was not chosen', () => arriving(form([{ field: 'file', name: '', body: '' }])), 'no-file'],
    ['two files', () => arriving(form([file, file])), 'one-at-a-time'],
    ['a file in another field', () => arriving(form([{ ...file, field: 'other' }])), 'one-at-a-time'],
    [
      'more bytes than may be',
      () => arriving(form([{ ...file, body: Buffer.alloc(1001) }]), [64]),
      'too-large',
    ],
    [
      'a length that says so at once',
      () => arriving(form([file]), [64], { 'content-length': '999999' }),
      'too-large',
    ],
    [
      'other fields without end',
      () => arriving(form([{ field: 'note', body: Buffer.alloc(70_000) }, file])),
      'too-large',
    ],
    ['a form that ends in the middle', () => arriving(form([file], '').subarray(0, -4)), 'cut-off'],
    ['a form without its last line', () => arriving(form([file], '')), 'cut-off'],
    ['an empty form', () => arriving(new Uint8Array(0)), 'cut-off'],
    ['a head without end', () => arriving(Buffer.from(`--${boundary}\r\n${'x'.repeat(9000)}`)), 'cut-off'],
    [
      'a part without a name',
      () => arriving(Buffer.from(`--${boundary}\r\nContent-Type: x\r\n\r\n\r\n`)),
      'cut-off',
    ],
    ['a boundary that goes on', () => arriving(Buffer.from(`--${boundary}xy\r\n\r\n`)), 'cut-off'],
  ])('%s', async (_title, request, problem) => {
    expect(await receive(request())).toBe(problem);
  });

  test('a connection that breaks', async () => {
    const whole = form([file]);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(whole.subarray(0, 120));
        queueMicrotask(() => controller.error(new Error('reset')));
      },
    });
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const init = { method: 'POST', body, duplex: 'half', headers };
    expect(await receive(new Request('http://localhost/', init as RequestInit))).toBe('cut-off');
    expect(existsSync(path)).toBe(true);
  });
});
