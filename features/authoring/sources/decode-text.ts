/** Beginnings of files that are no text, whatever their name says. */
const magic: [name: string, bytes: number[]][] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

type Decoded = { text: string } | { problem: string };

const decode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const beginsWith = (bytes: Uint8Array, start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Text has no NUL and hardly a control character. */
function isText(text: string): boolean {
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return !text.includes('\u0000') && controls * 500 <= text.length;
}

/** UTF-16 without a mark at its start: every second byte of Latin text is zero, on one side. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > bytes.length / 20 && even * 10 < odd) return 'utf-16le';
  return even > bytes.length / 20 && odd * 10 < even ? 'utf-16be' : null;
}

/**
 * Whether bytes read as GB18030 are Chinese rather than Latin letters with accents: nearly all pairs fall
 * among the characters in daily use and the punctuation.
 */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x81) continue;
    pairs += 1;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common += 1;
    at += 1;
  }
  return pairs > 0 && common / pairs >= 0.7;
}

/** Reads the bytes of a file as text: UTF-8, UTF-16 or GB18030, with or without a mark at its start. */
export function decodeText(bytes: Uint8Array): Decoded {
  const kind = magic.find(([, start]) => beginsWith(bytes, start))?.[0];
  if (kind)
    return { problem: `This is ${kind}, not text. Save it as .txt, .md or .html, or paste the text.` };
  const unknown = {
    problem: 'This file is not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8, or paste the text.',
  };
  const marked = beginsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : beginsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : utf16Order(bytes);
  const text = marked
    ? decode(marked, bytes)
    : (decode('utf-8', bytes) ?? (isChinese(bytes) ? decode('gb18030', bytes) : null));
  return text !== null && isText(text) ? { text } : unknown;
}
