/** The encodings in which lists of people arrive: of the web, of Windows, and of Chinese systems. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export const encodingNames: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  gb18030: 'GB18030',
};

const marks: [TextEncoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * What the bytes of a text can be, the likeliest first, by how they begin: a mark decides; zeros in every
 * second place are UTF-16; anything else is UTF-8 where it fits, and GB18030 where that does not.
 */
export function encodingsOf(beginning: Uint8Array): readonly TextEncoding[] {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => beginning[index] === byte));
  if (marked) return [marked[0]];
  const half = Math.max(1, beginning.length / 2);
  const zeros = [0, 1].map(
    (side) => beginning.filter((byte, index) => byte === 0 && index % 2 === side).length,
  );
  const [even = 0, odd = 0] = zeros.map((count) => count / half);
  if (odd > 0.3 && even < odd / 4) return ['utf-16le'];
  if (even > 0.3 && odd < even / 4) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** The text of bytes in the first encoding that all of them fit; null where none does. */
export function decodedText(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes.subarray(0, 1_024)))
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // Of another encoding.
    }
  return null;
}
