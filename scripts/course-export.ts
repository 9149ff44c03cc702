// `npm run course:export -- reading-a-policy ./reading-a-policy`: writes the draft of a course to a folder.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect } from '@/db/client';
import { exportCourseFolder } from '@/features/authoring/exchange/export-course-folder';
import { platform } from '@/features/authoring/import-course';
import { pathProblem } from '@/rules/authoring/course-paths';
import { perform } from '@/server/operation';
import { commandStore, databaseUrl, fail, linesOf } from './lib/command';

const [course, folder] = process.argv.slice(2);
if (!course || !folder) fail('Use it like this: npm run course:export -- <address of the course> <folder>');
const there = await readdir(folder).catch(() => []);
if (there.length > 0) fail(`${folder} is not empty. Name a folder that is not there yet.`);

const { db, sql } = connect(databaseUrl(), { max: 1 });
const store = commandStore();
try {
  const { texts, assets } = await perform(exportCourseFolder, { course }, { db, actor: platform });
  const write = async (path: string, content: string | Uint8Array) => {
    if (pathProblem(path)) throw new Error(`${path} is no path that a file can have`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { flag: 'wx' });
  };
  for (const [path, text] of texts) await write(path, text);
  for (const [path, { hash }] of assets) {
    const bytes = await store.read(hash);
    if (bytes === null) throw new Error(`the bytes of ${path} are not in the store`);
    await write(path, bytes);
  }
  console.log(`${texts.size} texts and ${assets.size} media are in ${folder}.`);
} catch (error) {
  console.error('The course was not exported whole:');
  for (const line of linesOf(error)) console.error(line);
  process.exitCode = 1;
} finally {
  await sql.end();
}
