import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { editionFilesOf } from '@/db/queries/edition-files';
import { courseForPublishing, editionById, setSourceHash, wasPublishedByPerson } from '@/db/queries/editions';
import { isPlatform } from '@/rules/access';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import type { CompiledCourse } from './compile/course';
import { fingerprintOf } from './exchange/fingerprint';
import { type Published, storeEdition } from './store-edition';
import { draftOf } from './studio';

/** `kept`: people changed the course in the studio since, so that the files of the disk do not replace it. */
type Outcome = Published | { number: number; outcome: 'kept' };

type Input = CompiledCourse & { files?: CourseFiles; sourceHash?: string };

/**
 * Publishes a course that was compiled from files on the server's own disk, and brings its draft along.
 * A course that was changed in the studio is left alone. Learners stay on the edition they are pinned to.
 */
export const publishEdition = operation({
  name: 'publish-edition',
  kind: 'write',
  by: 'person',
  input: z.custom<Input>((value) => typeof value === 'object' && value !== null),
  subject: (db, { slug, zone }) => courseForPublishing(db, slug, zone),
  allow: isPlatform,
  async run({ db, input, subject: course }): Promise<Outcome> {
    const { files, sourceHash, ...compiled } = input;
    if (sourceHash) await setSourceHash(db, course.id, sourceHash);
    if (files && (await wasEdited(db, course))) return { number: 0, outcome: 'kept' };
    if (files) {
      await replaceDraftFiles(db, course.id, files.texts, null, randomUUID());
      await replaceDraftAssets(db, course.id, files.assets, null);
    }
    return storeEdition(db, { course, compiled, files: files ?? null, publishedBy: null, note: '' });
  },
  audit: ({ input, output }) =>
    output.outcome === 'unchanged'
      ? null
      : { object: `course:${input.slug}`, detail: { edition: output.number, outcome: output.outcome } },
});

/** Whether somebody published the course or changed its draft since it was last read from files. */
async function wasEdited(
  db: Db,
  course: { id: string; slug: string; currentEditionId: string | null },
): Promise<boolean> {
  const draft = await draftOf(db, course.id);
  if (course.currentEditionId === null) return draft.texts.size > 0;
  const edition = await editionById(db, course.currentEditionId);
  if (edition?.publishedBy !== null || (await wasPublishedByPerson(db, course.slug))) return true;
  const source = await editionFilesOf(db, course.currentEditionId);
  // Published before there were drafts: nobody can have changed it.
  if (draft.texts.size === 0 || source === null) return false;
  return fingerprintOf(draft) !== fingerprintOf(source);
}
