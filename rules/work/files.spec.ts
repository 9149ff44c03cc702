import { describe, expect, test } from 'vitest';
import {
  acceptedFiles,
  fileKinds,
  fileNameOf,
  filesInWords,
  isOtherKind,
  neutralName,
  signOfFiles,
  typeOfKind,
} from './files';

describe('the files of written work', () => {
  test('are said in words', () => {
    expect(filesInWords({ most: 3, size: 5, kinds: ['pdf', 'png', 'docx'] })).toBe(
      'Up to 3: PDF, PNG or Word (docx), each at most 5 MB',
    );
    expect(filesInWords({ most: 1, size: 2, kinds: ['txt'] })).toBe(
      'One, if you like: plain text, at most 2 MB',
    );
  });
  test('are chosen by their endings and their types', () =>
    expect(acceptedFiles({ most: 1, size: 1, kinds: ['pdf', 'png'] })).toBe(
      '.pdf,application/pdf,.png,image/png',
    ));
  test('have a type each', () => expect(new Set(fileKinds.map(typeOfKind)).size).toBe(fileKinds.length));
  test('are not called another kind', () => {
    expect(isOtherKind('report.docx', 'pdf')).toBe(true);
    expect(isOtherKind('Report.PDF ', 'pdf')).toBe(false);
    expect(isOtherKind('report', 'pdf')).toBe(false);
  });
});

describe('the name of a file', () => {
  test.each([
    ['My essay.PDF', 'application/pdf', 'My essay.pdf'],
    ['C:\\Users\\lin\\essay.pdf', 'application/pdf', 'essay.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['a\u202Efdp.exe', 'application/pdf', 'afdp.pdf'],
    ['a"\r\nb.pdf', 'application/pdf', 'ab.pdf'],
    ['', 'image/png', 'File.png'],
    ['....', 'image/jpeg', 'File.jpg'],
    ['notes.md', 'text/plain', 'notes.md'],
    ['区块链.docx', typeOfKind('docx'), '区块链.docx'],
    [`${'a'.repeat(300)}.pdf`, 'application/pdf', `${'a'.repeat(120)}.pdf`],
    ['half\uD83D.pdf', 'application/pdf', 'half.pdf'],
    ['of no kind', 'video/mp4', 'of no kind.txt'],
  ])('%j of %s is %j', (given, type, name) => expect(fileNameOf(given, type)).toBe(name));
  test('is a number where it must tell nothing', () =>
    expect(neutralName(2, 'application/pdf')).toBe('File 2.pdf'));
});

test('files that were looked at are told apart from others, in whatever order', () => {
  expect(signOfFiles([{ id: 'b' }, { id: 'a' }])).toBe('a b');
  expect(signOfFiles([])).toBe('');
});
