/** Ids stand in addresses and in the keys of the ledger, which have an end. */
const longestId = 60;
/** Longer names of files and folders are cut, so that a path has room. */
const longestName = 80;

/** The name without the number that orders it: "3-merkle" is "merkle", "3d-models" stays. */
export const bareName = (name: string): string => name.replace(/^\d+(?:[-_. ]+|$)/, '');

/** The name of a file or folder that stands at a place, counted from 1. */
export function numbered(name: string, place: number): string {
  const bare = [...bareName(name)].slice(0, longestName).join('');
  return `${place}-${bare || 'untitled'}`;
}

/** Cut at a hyphen where there is one, so that no word is broken. */
function cut(id: string, length: number): string {
  if (id.length <= length) return id;
  const short = id.slice(0, length + 1);
  const at = short.lastIndexOf('-');
  return at > 0 ? short.slice(0, at) : id.slice(0, length);
}

/** An id from the words of a title: "What Is a Hash?" is "what-is-a-hash". `fallback` for one without Latin letters. */
export function idFrom(title: string, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return cut(plain, longestId) || fallback;
}

/** The id itself where nothing has it, else the first free one of "id-2", "id-3", … */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const tried = `${cut(id, longestId - end.length)}${end}`;
    if (!taken.has(tried)) return tried;
  }
}

/** Every id that the head of a lesson or module may give it, even in a text with mistakes elsewhere. */
export const idsIn = (head: string): string[] =>
  [...head.matchAll(/^id:[ \t]*["']?([a-z0-9-]+)/gm)].map((match) => match[1] as string);

/** The path itself where nothing has it, else the first free one of "name-2.yaml", "name-3.yaml", … */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - ending.length);
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? path : `${stem}-${number}${ending}`;
    if (!taken.has(tried)) return tried;
  }
}
