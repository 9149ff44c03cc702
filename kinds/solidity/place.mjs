/** Line and column, both from 1, of a place that solc gives in bytes. */
export function placeOf(text, offset) {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, Math.max(0, offset)));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
