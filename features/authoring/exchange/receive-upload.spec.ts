import { expect, test } from 'vitest';
import { contentType, formOf, zipOfFiles } from '@/test/archives';
import { multipartFiles } from './multipart-files';
import { receiveUpload } from './receive-upload';
import { inTemporaryFolder } from './temporary-folder';

const receive = (body: AsyncIterable<Uint8Array>, type = contentType) =>
  inTemporaryFolder((folder) => receiveUpload(body, { contentType: type, folder }));
const bytes = async function* (...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part as string);
};

async function filesIn(body: AsyncIterable<Uint8Array>) {
  const files: [string, string][] = [];
  for await (const { name, bytes: pieces } of multipartFiles(body, contentType)) {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    files.push([name, Buffer.concat(all).toString('utf8')]);
  }
  return files;
}

test.each([1, 2, 3, 7, 64, 4096])(
  'a form is read alike however it arrives, %i bytes at a time',
  async (piece) => {
    const files: [string, string][] = [
      ['a.md', '# A\r\n--\r\n\r\n----spec'],
      ['empty.md', ''],
      ['folder/课.md', '课程\r\n'],
      ['long.md', 'x'.repeat(5000)],
    ];
    const body = formOf(
      files.map(([name, data]) => ({ name, data })),
      piece,
    );
    expect(await filesIn(body)).toEqual(files);
  },
);

test('names keep what browsers escape in them, and files that nobody reads are passed over', async () => {
  const names: string[] = [];
  for await (const { name } of multipartFiles(
    formOf([
      { name: 'a%22b%0D.md', data: 'x' },
      { name: 'c.md', data: 'y' },
    ]),
    contentType,
  ))
    names.push(name);
  expect(names).toEqual(['a"b\r.md', 'c.md']);
});

test('a folder comes with its paths, and one around everything is taken off', async () => {
  const received = await receive(
    formOf([
      { name: 'course/README.md', data: '# A course' },
      { name: 'course/01/one.md', data: 'Text' },
      { name: 'course/.git/HEAD', data: 'x' },
    ]),
  );
  expect([...received.texts.keys()]).toEqual(['README.md', '01/one.md']);
  expect(received).toMatchObject({ name: 'course', clutter: 1 });
});

test('one Markdown file is taken as it is, one archive is unpacked whatever its name', async () => {
  expect([...(await receive(formOf([{ name: 'one.md', data: '# One' }]))).texts]).toEqual([
    ['one.md', '# One'],
  ]);
  const archive = zipOfFiles({ 'two.md': '# Two', 'three.md': '# Three' });
  expect([...(await receive(formOf([{ name: 'two.bin', data: archive }]))).texts.keys()]).toEqual([
    'two.md',
    'three.md',
  ]);
});

test.each([
  ['a path out of the folder', [{ name: '../a.md', data: 'x' }], 'parent-path'],
  [
    'a path that two files have',
    [
      { name: 'a.md', data: 'x' },
      { name: 'A.md', data: 'y' },
    ],
    'duplicate-path',
  ],
  ['no file', [], 'nothing-chosen'],
  ['a field where nothing was chosen', [{ name: '', data: '' }], 'nothing-chosen'],
])('%s refuses all of it', async (_title, files, code) => {
  await expect(receive(formOf(files))).rejects.toMatchObject({ name: 'ImportRefused', code });
});

test.each([
  [
    'cut off in a file',
    [`------spec-boundary-7f3a\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\nhalf`],
  ],
  ['cut off in a head', ['------spec-boundary-7f3a\r\nContent-Disp']],
  ['cut off at once', ['']],
  ['not a form', ['just some text, and no boundary anywhere']],
  ['a head without an end', [`------spec-boundary-7f3a\r\nX: ${'y'.repeat(40_000)}`]],
  ['a boundary that goes on', ['------spec-boundary-7f3aXX']],
])('a body that is %s is refused', async (_title, parts) => {
  await expect(receive(bytes(...parts))).rejects.toMatchObject({ code: 'upload-broken' });
});

test('a body of another type is refused', async () => {
  await expect(receive(bytes('{}'), 'application/json')).rejects.toMatchObject({ code: 'upload-broken' });
});

test('a connection that breaks is no upload', async () => {
  const breaking = (async function* () {
    yield Buffer.from('------spec-boundary-7f3a\r\n');
    throw new Error('aborted');
  })();
  await expect(receive(breaking)).rejects.toMatchObject({ code: 'upload-broken' });
});

test('a body is read no further than 50 MB, whatever it said of its length', async () => {
  let given = 0;
  const endless = (async function* () {
    yield Buffer.from(
      '------spec-boundary-7f3a\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n',
    );
    for (;;) {
      given += 1;
      yield Buffer.alloc(1024 * 1024, 'a');
    }
  })();
  await expect(receive(endless)).rejects.toMatchObject({ code: 'upload-too-large' });
  expect(given).toBe(50);
});
