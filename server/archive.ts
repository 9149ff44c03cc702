import yauzl from 'yauzl';

/** Why an archive, or an entry of it, cannot be read. */
export type ArchiveProblem =
  | 'not-an-archive'
  | 'too-many-entries'
  | 'special-entry'
  | 'encrypted-entry'
  | 'unreadable-entry'
  | 'name-not-utf8';

/** An archive that is refused whole: why, and the entry it is about, if it is about one. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
  constructor(
    readonly code: ArchiveProblem,
    readonly entry: string | null = null,
  ) {
    super(`The archive is refused: ${code}`);
  }
}

/** A file in an archive: its path as it was packed, and its bytes once they are asked for. Folders have none. */
export type ArchiveEntry = {
  path: string;
  isFolder: boolean;
  open: () => Promise<AsyncIterable<Uint8Array>>;
};

/** What the upper half of the attributes says of an entry, where a system says anything: file or folder. */
const plainKinds = new Set([0, 0o100000, 0o040000]);

/**
 * Opens a zip archive, a file or its bytes. Names and kinds of all entries are judged before a byte is unpacked; whatever is
 * wrong refuses the whole archive. How much may come out of it is for the caller to count.
 */
export async function openArchive(
  archive: string | Buffer,
  { most }: { most: number },
): Promise<{ entries: ArchiveEntry[]; close: () => void }> {
  // Names are decoded here: the library takes what is not marked as UTF-8 for an old code page.
  const options = { autoClose: false, decodeStrings: false, lazyEntries: true };
  const opened =
    typeof archive === 'string'
      ? yauzl.openPromise(archive, options)
      : yauzl.fromBufferPromise(archive, options);
  const zip = await opened.catch(() => {
    throw new ArchiveRefused('not-an-archive');
  });
  try {
    if (zip.entryCount > most) throw new ArchiveRefused('too-many-entries');
    return { entries: await entriesOf(zip, most), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused('not-an-archive');
  }
}

async function entriesOf(zip: yauzl.ZipFile, most: number): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = nameOf(entry);
    if (!plainKinds.has((entry.externalFileAttributes >>> 16) & 0o170000))
      throw new ArchiveRefused('special-entry', path);
    const isFolder = path.endsWith('/');
    if (!isFolder && entry.isEncrypted()) throw new ArchiveRefused('encrypted-entry', path);
    if (!isFolder && !entry.canDecodeFileData()) throw new ArchiveRefused('unreadable-entry', path);
    // What the archive says of their number need not be true.
    if (entries.length >= most) throw new ArchiveRefused('too-many-entries');
    entries.push({ path, isFolder, open: isFolder ? nothing : () => bytesOf(zip, entry, path) });
  }
  return entries;
}

const nothing = async (): Promise<AsyncIterable<Uint8Array>> => (async function* () {})();

function nameOf(entry: yauzl.Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileNameRaw);
  } catch {
    throw new ArchiveRefused('name-not-utf8');
  }
}

/** The bytes of an entry; that they cannot be had, or are not as many as was said, refuses the archive. */
async function bytesOf(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  path: string,
): Promise<AsyncIterable<Uint8Array>> {
  return (async function* () {
    try {
      yield* await zip.openReadStreamPromise(entry);
    } catch {
      throw new ArchiveRefused('unreadable-entry', path);
    }
  })();
}
