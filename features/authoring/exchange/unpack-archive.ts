import { stat } from 'node:fs/promises';
import { importLimits as most } from '@/rules/authoring/course-paths';
import { ArchiveRefused, openArchive } from '@/server/archive';
import { ImportRefused } from './import-refused';
import type { Received } from './received';
import { folderName, type Sent, takeIn } from './take-in';

/**
 * Unpacks a zip archive into a folder. Names and kinds of all entries are judged before a byte is
 * unpacked; sizes are counted while it is. Whatever is wrong refuses the whole archive.
 */
export async function unpackArchive(
  archive: string,
  { folder, name }: { folder: string; name: string },
): Promise<Received> {
  const packed = (await stat(archive)).size;
  try {
    const { entries, close } = await openArchive(archive, { most: most.entries });
    try {
      // Nothing is made of an empty folder, but its name must be one all the same.
      const sent: Sent[] = entries.map(({ path, isFolder, open }) => ({
        path: isFolder ? `${path}${folderName}` : path,
        open,
      }));
      return await takeIn(sent, { folder, name, packed });
    } finally {
      close();
    }
  } catch (error) {
    throw error instanceof ArchiveRefused ? new ImportRefused(error.code, error.entry) : error;
  }
}
