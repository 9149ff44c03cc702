import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { operation } from '@/server/operation';
import { draftOf, inStudio, studioInput } from '../studio';
import { mayUpload } from './limits';

/**
 * Lets an upload for a course in, before a byte of it is read. Its draft comes along: what is added to it
 * must fit to it.
 */
export const admitImport = operation({
  name: 'admit-import',
  kind: 'write',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, subject: course }): Promise<Answer<{ slug: string; draft: CourseFiles }>> {
    if (!(await mayUpload(db, actor.userId))) return { ok: false, code: 'too-many-tries' };
    return { ok: true, slug: course.slug, draft: await draftOf(db, course.id) };
  },
  // What was uploaded leaves its entry when it is staged.
  audit: () => null,
});
