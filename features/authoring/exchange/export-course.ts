import * as z from 'zod';
import { editionFilesOf } from '@/db/queries/edition-files';
import { editionByNumber } from '@/db/queries/imports';
import { canSeeStudio } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { draftOf, inStudio, studioInput } from '../studio';

/** The files of a course: of its draft, or of one of its editions by number. */
export const exportCourse = operation({
  name: 'export-course',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, edition: z.coerce.number().int().min(1).max(1_000_000).nullish() }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input: { edition }, subject: course }) {
    const { slug } = course;
    if (edition == null) return { folder: slug, name: `${slug}-draft`, files: await draftOf(db, course.id) };
    const id = await editionByNumber(db, course.id, edition);
    // An edition from before files were kept has none.
    const files = id === null ? null : await editionFilesOf(db, id);
    if (files === null) throw new NotFound('no such edition');
    return { folder: slug, name: `${slug}-edition-${edition}`, files };
  },
});
