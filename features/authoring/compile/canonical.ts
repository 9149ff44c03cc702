import { createHash } from 'node:crypto';

const isIndex = (name: string): boolean => /^(?:0|[1-9]\d*)$/.test(name);

/** The fields of an object as they are written: numbers first, as in every object, the rest by name. */
function namesOf(value: object): string[] {
  const names = Object.keys(value);
  const words = names.filter((name) => !isIndex(name)).sort();
  return words.length === names.length ? words : [...names.filter(isIndex), ...words];
}

/** JSON with sorted keys, so that a hash of it depends on the content and on nothing else. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((inner) => canonicalJson(inner) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const name of namesOf(value)) {
    const inner = value[name as keyof typeof value];
    if (inner !== undefined) fields.push(`${JSON.stringify(name)}:${canonicalJson(inner)}`);
  }
  return `{${fields.join(',')}}`;
}

/** SHA-256, hex, of a text. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The hash of what an edition holds: SHA-256, hex, of its canonical JSON, written a lesson at a time, as one
 * of a large course has some 20 MB. With it the hash of each lesson. Without a library it is as it was before there were any.
 */
export function contentHashes({
  manifest,
  lessons,
  library = null,
}: {
  manifest: unknown;
  lessons: unknown[];
  library?: unknown;
}): { whole: string; lessons: string[] } {
  const hash = createHash('sha256').update('{"lessons":[');
  const each = lessons.map((lesson, index) => {
    const json = canonicalJson(lesson);
    hash.update(index > 0 ? ',' : '').update(json);
    return sha256(json);
  });
  const beside = library === null ? '' : `"library":${canonicalJson(library)},`;
  const whole = hash.update(`],${beside}"manifest":${canonicalJson(manifest)}}`).digest('hex');
  return { whole, lessons: each };
}
