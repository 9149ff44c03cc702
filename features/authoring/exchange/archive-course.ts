import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CourseFiles } from '@/rules/authoring/course-files';
import type { AssetStore } from '@/server/storage';

/** The same moment for every file, by any clock: the same content is the same archive, byte for byte. */
const alike = () => ({ mtime: new Date(1980, 0, 2), mode: 0o100644, forceDosTimestamp: true });

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * The files of a course as a zip archive, in one folder with its name, as they stand in `content/`. Media
 * are read one at a time while the archive is sent; one whose bytes are gone breaks it off, so that nobody
 * keeps an archive that only looks whole.
 */
export function archiveCourse(
  { texts, assets }: CourseFiles,
  { name, store }: { name: string; store: Pick<AssetStore, 'read'> },
): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  const all = [...texts, ...assets].sort(byPath);
  for (const [path, content] of all) {
    const place = `${name}/${path}`;
    if (typeof content === 'string') {
      zip.addBuffer(Buffer.from(content, 'utf8'), place, { ...alike(), compress: true });
      continue;
    }
    // Media are packed already.
    zip.addReadStreamLazy(place, { ...alike(), compress: false, size: content.bytes }, (give) => {
      store.read(content.hash).then(
        (bytes) => (bytes ? give(null, Readable.from([bytes])) : give(gone(path), Readable.from([]))),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return out;
}

const gone = (path: string): Error => new Error(`the bytes of ${path} are not in the store`);
