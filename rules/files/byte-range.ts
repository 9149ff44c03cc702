/** A part of a file, first and last byte included. */
export type ByteRange = { start: number; end: number };

/**
 * The part of a file that a Range header asks for. `null` when it asks for the whole, for several parts
 * or in a form nobody knows: then the whole is sent. `none` when no such part exists.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'none' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || match[0] === 'bytes=-') return null;
  const [, first = '', last = ''] = match;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'none' : { start, end };
}
