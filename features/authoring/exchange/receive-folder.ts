import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isClutter } from '@/rules/authoring/course-paths';
import { ImportRefused } from './import-refused';
import type { Received } from './received';
import { type Sent, takeIn } from './take-in';

/** Takes in a folder of this machine as if it had been uploaded: by the same rules, with the same limits. */
export async function receiveFolder(source: string, folder: string): Promise<Received> {
  const sent: Sent[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(source, path), { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (isClutter(inner)) continue;
      if (entry.isDirectory()) await walk(inner);
      else if (!entry.isFile()) throw new ImportRefused('special-entry', inner);
      else sent.push({ path: inner, open: async () => createReadStream(join(source, inner)) });
    }
  };
  await walk('');
  sent.sort((a, b) => (a.path < b.path ? -1 : 1));
  return takeIn(sent, { folder, name: basename(resolve(source)), packed: Number.MAX_SAFE_INTEGER });
}
