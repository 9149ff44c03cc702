import { isScalar, parse, parseDocument } from 'yaml';

/** The address that a course.yaml names; null when it names none, or cannot be read. */
export function slugIn(text: string): string | null {
  const slug: unknown = headOf(text)?.get('slug');
  return typeof slug === 'string' ? slug : null;
}

/** The zone that a course.yaml names. */
export function zoneIn(text: string): string | null {
  const zone: unknown = headOf(text)?.get('zone');
  return typeof zone === 'string' ? zone : null;
}

function headOf(text: string) {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length === 0 && document.contents && 'get' in document.contents ? document : null;
}

/**
 * The same course.yaml with another address: only the characters of the address change, everything else
 * stays as it was written. A file that cannot be read stays as it is, to be put right in the editor.
 */
export function withSlug(text: string, slug: string): string {
  const document = headOf(text);
  if (!document || slugIn(text) === slug) return text;
  const node = document.get('slug', true);
  // An address of digits alone would be a number.
  const written = typeof parse(slug) === 'string' ? slug : JSON.stringify(slug);
  if (!isScalar(node) || !node.range) return document.has('slug') ? text : `slug: ${written}\n${text}`;
  const [start, end] = node.range;
  return text.slice(0, start) + written + text.slice(end);
}
