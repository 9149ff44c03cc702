// `npm run course:import -- ./reading-a-policy --in-name-of you@school.example`: shows what a folder would
// bring to the draft of a course; with `--apply` it is done.
import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { nowhere } from '@/features/authoring/course-folder';
import { exportCourseFolder } from '@/features/authoring/exchange/export-course-folder';
import { importCourseFolder } from '@/features/authoring/exchange/import-course-folder';
import { slugIn } from '@/features/authoring/exchange/own-slug';
import { prepareImport } from '@/features/authoring/exchange/prepare-import';
import { receiveFolder } from '@/features/authoring/exchange/receive-folder';
import { resultOfImport } from '@/features/authoring/exchange/result-of-import';
import { inTemporaryFolder } from '@/features/authoring/exchange/temporary-folder';
import { platform } from '@/features/authoring/import-course';
import { dayIn } from '@/rules/authoring/course-draft';
import { changesBetween } from '@/rules/authoring/course-paths-changes';
import { groupsOf } from '@/rules/authoring/foreign-course-report';
import { heldStore } from '@/server/jobs/held-store';
import { NotFound, perform } from '@/server/operation';
import { commandStore, databaseUrl, fail, linesOf } from './lib/command';

const usage =
  'Use it like this: npm run course:import -- <folder> [--course <address>] [--in-name-of you@school.example] [--apply]';

function given() {
  try {
    const options = {
      course: { type: 'string' },
      'in-name-of': { type: 'string' },
      apply: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { folder: positionals[0] ?? '', ...values };
  } catch (error) {
    if (error instanceof Error) console.error(error.message);
  }
  return fail(usage);
}

const { folder, course, apply, 'in-name-of': inNameOf } = given();
if (apply && !inNameOf) fail('Say in whose name: --in-name-of you@school.example', usage);

const { db, sql } = connect(databaseUrl(), { max: 1 });
try {
  await inTemporaryFolder(async (temporary) => {
    const received = await receiveFolder(folder, temporary);
    const slug = course ?? slugIn(received.texts.get('course.yaml') ?? '');
    if (slug === null) fail('Its files name no address: say into which course with --course <address>');
    const draft = await perform(exportCourseFolder, { course: slug }, { db, actor: platform }).catch(
      (error) => {
        if (error instanceof NotFound) return null;
        throw error;
      },
    );
    const into = draft && { slug, draft };
    const verified = dayIn('UTC', new Date());
    const prepared = await prepareImport(received, {
      store: apply ? heldStore(commandStore(), () => db) : nowhere,
      verified,
      into,
    });
    const present = draft ?? { texts: new Map<string, string>(), assets: new Map() };
    const changes = changesBetween(present, resultOfImport(present, prepared, slug));

    const titles = {
      stops: 'must be put right',
      advice: 'advice',
      changed: 'changed',
      dropped: 'left out',
    } as const;
    const groups = groupsOf(prepared.report);
    for (const [group, title] of Object.entries(titles)) {
      for (const { file, line, message } of groups[group as keyof typeof titles])
        console.log(`${title}: ${file}:${line}: ${message}`);
    }
    for (const { how, path } of changes) console.log(`${how}: ${path}`);
    if (!apply) return console.log('Nothing was changed. Run it again with --apply to do it.');
    const input = { slug, inNameOf: inNameOf ?? '', prepared };
    const { made } = await perform(importCourseFolder, input, { db, actor: platform });
    console.log(
      `${slug}: ${made ? 'the course was made' : 'the draft was changed'}. Publish it in the studio.`,
    );
  });
} catch (error) {
  console.error('Nothing was changed:');
  for (const line of linesOf(error)) console.error(line);
  process.exitCode = 1;
} finally {
  await sql.end();
}
