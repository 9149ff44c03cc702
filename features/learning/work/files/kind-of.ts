import type { FileKind } from '@/rules/work/files';

const starts = (bytes: Buffer, mark: number[]): boolean =>
  bytes.subarray(0, mark.length).equals(Buffer.from(mark));

/** The names that the directory of a zip gives, without unpacking anything; null where it is no whole zip. */
function namesInZip(bytes: Buffer): string[] | null {
  if (!starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return null;
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let one = 0; one < count; one += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** Whether bytes are text that people wrote: UTF-8 without control characters but tabs and the ends of lines. */
function isText(bytes: Buffer): boolean {
  try {
    return !/[^\P{Cc}\t\r\n\f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/**
 * What a file is by its content, as far as written work takes it; null for anything else. A picture or a PDF is looked
 * through by who stores it. Of a Word document the directory is read, and one with macros is none.
 */
export function kindOf(bytes: Buffer): FileKind | null {
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  const names = namesInZip(bytes);
  if (names) {
    const isWord = names.includes('[Content_Types].xml') && names.includes('word/document.xml');
    return isWord && !names.some((name) => /vbaProject/i.test(name)) ? 'docx' : null;
  }
  return isText(bytes) ? 'txt' : null;
}
