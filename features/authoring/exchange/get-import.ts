import * as z from 'zod';
import { importContent, importHead } from '@/db/queries/imports';
import { canEditCourse } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { draftOf, inStudio, studioInput } from '../studio';
import { fingerprintOf } from './fingerprint';
import { importInput } from './own-import';
import { resultOfImport } from './result-of-import';
import { showImport } from './show-import';

/** The dry run of an import into a course: what it would do to the draft as it is now. Nothing is changed. */
export const getImport = operation({
  name: 'get-import',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, ...importInput }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, input, subject: course }) {
    const head = await importHead(db, input.import);
    const content = head?.courseId === course.id ? await importContent(db, head.id) : null;
    if (!head || !content) throw new NotFound('no such import');
    const present = await draftOf(db, course.id);
    const result = resultOfImport(present, content, course.slug);
    const shown = showImport(head, { present, result, report: content.report });
    return { slug: course.slug, draft: fingerprintOf(present), ...shown };
  },
});
