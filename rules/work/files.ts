/** The kinds of files that work may be handed in with. */
export const fileKinds = ['pdf', 'png', 'jpg', 'txt', 'docx'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Which files may be handed in with a text: how many, each how large in megabytes, of which kinds. */
export type FileRules = { most: number; size: number; kinds: FileKind[] };

const kinds: Record<FileKind, { type: string; word: string; endings: string[] }> = {
  pdf: { type: 'application/pdf', word: 'PDF', endings: ['pdf'] },
  png: { type: 'image/png', word: 'PNG', endings: ['png'] },
  jpg: { type: 'image/jpeg', word: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  txt: { type: 'text/plain', word: 'plain text', endings: ['txt', 'text', 'md', 'csv', 'log'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    word: 'Word (docx)',
    endings: ['docx'],
  },
};

/** The types of such files, as they are stored. */
export const typeOfKind = (kind: FileKind): string => kinds[kind].type;
const kindOfType = (type: string): FileKind => fileKinds.find((kind) => kinds[kind].type === type) ?? 'txt';

/** What may be handed in, in words. */
export function filesInWords({ most, size, kinds: taken }: FileRules): string {
  const words = taken.map((kind) => kinds[kind].word);
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  return `${most === 1 ? 'One, if you like' : `Up to ${most}`}: ${list}, ${most === 1 ? '' : 'each '}at most ${size} MB`;
}

/** What the field of a form lets people choose. */
export const acceptedFiles = ({ kinds: taken }: FileRules): string =>
  taken.flatMap((kind) => [...kinds[kind].endings.map((ending) => `.${ending}`), kinds[kind].type]).join(',');

/** The ending of a name in small letters; empty where it has none. */
const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a name promises another kind than the content has. A name without an ending promises nothing. */
export function isOtherKind(name: string, kind: FileKind): boolean {
  const ending = endingOf(name.trim());
  return ending !== '' && !kinds[kind].endings.includes(ending);
}

const longestName = 120;

/** The name of a file as its learner sees it: the last part of a path, of written characters, with an ending. */
export function fileNameOf(given: string, type: string): string {
  const kind = kinds[kindOfType(type)];
  const last = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\uFFFD"]/gu, '')
    .trim();
  const ending = endingOf(plain);
  const stem = ending === '' ? plain : plain.slice(0, -ending.length - 1);
  const cut = [...stem].slice(0, longestName).join('').trim().replace(/^\.+/, '');
  return `${cut || 'File'}.${kind.endings.includes(ending) ? ending : kind.endings[0]}`;
}

/** The name under which a file is given to who may not know whose it is: its number. */
export const neutralName = (number: number, type: string): string =>
  `File ${number}.${kinds[kindOfType(type)].endings[0]}`;

/** What stands for the files that somebody looked at: handed in are exactly these. */
export const signOfFiles = (files: readonly { id: string }[]): string =>
  files
    .map(({ id }) => id)
    .sort()
    .join(' ');
