import { manifestName, packageText } from '@/rules/exchange/qti-package';
import { type ArchiveEntry, ArchiveRefused, openArchive } from './archive';

/** How many files a package may hold, media and all, and what its texts may come to, unpacked. */
const most = { entries: 2_000, bytes: 2 * 1024 * 1024 };

/** A package that is not read, and why. */
export class PackageRefused extends Error {
  override name = 'PackageRefused';
}

const why: Record<ArchiveRefused['code'], string> = {
  'not-an-archive': 'This is no zip archive that can be read.',
  'too-many-entries': `A package holds at most ${most.entries} files. Take it in in parts.`,
  'special-entry': 'It holds something that is neither a file nor a folder.',
  'encrypted-entry': 'It is locked with a password.',
  'unreadable-entry': 'A file in it cannot be unpacked.',
  'name-not-utf8': 'The name of a file in it cannot be read.',
};

/** By its first bytes: a file inside follows, or the end of an archive without any. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/** Whether the name of an entry leads somewhere else: nothing is written, and yet nobody sends such by mistake. */
const leadsOut = (path: string): boolean =>
  path.includes('\\') || path.startsWith('/') || path.split('/').includes('..') || path.includes('\0');

const isText = ({ path, isFolder }: ArchiveEntry): boolean =>
  !isFolder && /\.xml$/i.test(path) && !path.startsWith('__MACOSX/');

/** The text of an entry. It is unpacked no further than there is room for. */
async function textOf({ path, open }: ArchiveEntry, room: number): Promise<{ text: string; bytes: number }> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of await open()) {
    bytes += piece.byteLength;
    if (bytes > room)
      throw new PackageRefused('The questions in it come to more than 2 MB. Take them in in parts.');
    pieces.push(piece);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)), bytes };
  } catch {
    throw new PackageRefused(`“${path.slice(0, 100)}” in it is not a text in UTF-8.`);
  }
}

async function textsIn(archive: Buffer): Promise<Map<string, string>> {
  const { entries, close } = await openArchive(archive, { most: most.entries });
  try {
    const texts = new Map<string, string>();
    const out = entries.find(({ path }) => leadsOut(path));
    if (out) throw new PackageRefused(`“${out.path.slice(0, 100)}” in it leads out of the package.`);
    let room = most.bytes;
    for (const entry of entries.filter(isText)) {
      const { text, bytes } = await textOf(entry, room);
      room -= bytes;
      texts.set(entry.path, text);
    }
    return texts;
  } finally {
    close();
  }
}

/** The questions in a package of QTI, a zip archive, as one text. Throws `PackageRefused`, with why, and nothing else. */
export async function unpackQuestions(bytes: Uint8Array): Promise<string> {
  try {
    const texts = await textsIn(Buffer.from(bytes));
    if (texts.size === 0) throw new PackageRefused('There is no XML file in this archive.');
    // Everything may stand in one folder, as when a folder is packed instead of what is in it.
    const manifest = [...texts.keys()].find((path) => path.endsWith(`/${manifestName}`));
    const folder = texts.has(manifestName) ? '' : (manifest ?? '').slice(0, -manifestName.length);
    return packageText(
      new Map(
        [...texts].map(([path, text]) => [path.startsWith(folder) ? path.slice(folder.length) : path, text]),
      ),
    );
  } catch (error) {
    if (error instanceof ArchiveRefused) throw new PackageRefused(why[error.code]);
    throw error;
  }
}
