import { expect, test } from 'vitest';
import { readQti } from '@/rules/exchange/qti-package';
import { readXml } from '@/rules/exchange/xml-read';
import { type Entry, zipOf, zipOfFiles } from '@/test/archives';
import { isArchive, PackageRefused, unpackQuestions } from './question-package';

const item = (id: string, right = 'a') =>
  `<?xml version="1.0"?><qti-assessment-item identifier="${id}"><qti-response-declaration identifier="R" cardinality="single"><qti-correct-response><qti-value>${right}</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Which ]]> one?</p><qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>`;
const manifest = (...files: string[]) =>
  `<manifest><resources>${files.map((file) => `<resource type="imsqti_item_xmlv3p0" href="${file}"/>`).join('')}</resources></manifest>`;

const titles = async (archive: Buffer) =>
  readQti(readXml(await unpackQuestions(archive))).map(({ title, question }) => [title, question !== null]);
const refused = (entries: Entry[]) => expect(unpackQuestions(zipOf(entries))).rejects;

test('the items of a package come in the order of its manifest, the others after them', async () => {
  const files = { 'b.xml': item('two'), 'items/a.xml': item('one'), 'c.xml': item('three') };
  const archive = zipOfFiles({ 'imsmanifest.xml': manifest('items/a.xml', './b.xml'), ...files });
  expect(isArchive(archive)).toBe(true);
  expect(isArchive(Buffer.from('<quiz/>'))).toBe(false);
  expect(await titles(archive)).toEqual([
    ['one', true],
    ['two', true],
    ['three', true],
  ]);
});

test('a folder that was packed whole, media, tests and files that cannot be read do no harm', async () => {
  const archive = zipOfFiles({
    'set/imsmanifest.xml': manifest('a.xml'),
    'set/a.xml': item('one'),
    'set/b.xml': '<qti-assessment-item><p>',
    'set/c.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    'set/test.xml': '<qti-assessment-test/>',
    'set/img/p.png': Buffer.alloc(3_000_000),
    '__MACOSX/set/._a.xml': 'x',
  });
  expect(await titles(archive)).toEqual([
    ['one', true],
    ['b.xml', false],
    ['c.xml', false],
  ]);
});

test('what is hostile is refused with why, whatever it claims to be', async () => {
  const bomb = ' '.repeat(3_000_000);
  for (const claims of [undefined, { size: 10 }])
    await refused([{ name: 'a.xml', data: bomb, ...(claims && { claims }) }]).toThrow(PackageRefused);
  await refused([{ name: 'a.xml', data: bomb }]).toThrow('more than 2 MB');
  const half = ' '.repeat(1_500_000);
  await refused([
    { name: 'a.xml', data: half },
    { name: 'b.xml', sameBytesAs: 0 },
  ]).toThrow('more than 2 MB');
  for (const name of ['../a.xml', '/a.xml', 'a/../../b.xml', 'a\\b.xml'])
    await refused([{ name, data: item('q') }]).toThrow('leads out');
  await refused([{ name: 'a.xml', mode: 0o120777, data: '/etc/passwd' }]).toThrow(
    'neither a file nor a folder',
  );
  await refused([{ name: 'a.xml', data: Buffer.from([0xff, 0xfe, 0x3c]) }]).toThrow('UTF-8');
  await refused([{ name: 'a.xml', data: 'x', flags: 0x801 }]).toThrow('password');
  await refused([{ name: 'a.xml', data: 'x', method: 99 }]).toThrow('unpacked');
  await refused([{ name: Buffer.from([0xff, 0xfe]), data: 'x' }]).toThrow('cannot be read');
  await refused([{ name: 'a.txt', data: 'x' }]).toThrow('no XML file');
  await refused(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}.xml` }))).toThrow('at most 2000');
  await expect(unpackQuestions(Buffer.from('PK\x03\x04 and no more', 'latin1'))).rejects.toThrow(
    'no zip archive',
  );
});
