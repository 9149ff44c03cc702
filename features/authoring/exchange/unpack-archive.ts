import { stat } from 'node:fs/promises';
import yauzl from 'yauzl';
import { importLimits as most } from '@/rules/course-paths';
import { ImportRefused } from './import-refused';
import type { Received } from './received';
import { folderName, type Sent, takeIn } from './take-in';

/** What the upper half of the attributes says of an entry, where a system says anything: file or folder. */
const plainKinds = new Set([0, 0o100000, 0o040000]);

/**
 * Unpacks a zip archive into a folder. Names and kinds of all entries are judged before a byte is
 * unpacked; sizes are counted while it is. Whatever is wrong refuses the whole archive.
 */
export async function unpackArchive(
  archive: string,
  { folder, name }: { folder: string; name: string },
): Promise<Received> {
  const packed = (await stat(archive)).size;
  // Names are decoded here: the library takes what is not marked as UTF-8 for an old code page.
  const options = { autoClose: false, decodeStrings: false, lazyEntries: true };
  const zip = await yauzl.openPromise(archive, options).catch(() => {
    throw new ImportRefused('not-an-archive');
  });
  try {
    if (zip.entryCount > most.entries) throw new ImportRefused('too-many-entries');
    const sent = await sentFiles(zip);
    return await takeIn(sent, { folder, name, packed });
  } finally {
    zip.close();
  }
}

async function sentFiles(zip: yauzl.ZipFile): Promise<Sent[]> {
  const sent: Sent[] = [];
  let folders = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (!plainKinds.has((entry.externalFileAttributes >>> 16) & 0o170000))
        throw new ImportRefused('special-entry', path);
      if (path.endsWith('/')) {
        // Nothing is made of an empty folder, but its name must be one all the same.
        folders += 1;
        if (sent.length + folders > most.entries) throw new ImportRefused('too-many-entries');
        sent.push({ path: `${path}${folderName}`, open: nothing });
        continue;
      }
      if (entry.isEncrypted()) throw new ImportRefused('encrypted-entry', path);
      if (!entry.canDecodeFileData()) throw new ImportRefused('unreadable-entry', path);
      sent.push({ path, open: () => bytesOf(zip, entry, path) });
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : new ImportRefused('not-an-archive');
  }
  return sent;
}

const nothing = async (): Promise<AsyncIterable<Uint8Array>> => (async function* () {})();

function nameOf(entry: yauzl.Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileNameRaw);
  } catch {
    throw new ImportRefused('name-not-utf8');
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
    } catch (error) {
      throw error instanceof ImportRefused ? error : new ImportRefused('unreadable-entry', path);
    }
  })();
}
