import * as z from 'zod';
import { isSlugTaken } from '@/db/queries/courses';
import { importContent } from '@/db/queries/imports';
import { isOwn } from '@/rules/access';
import { slugProblem } from '@/rules/authoring/course-draft';
import { NotFound, operation } from '@/server/operation';
import { courseTitle } from '../course-title';
import { importInput, ownImport } from './own-import';
import { slugIn } from './own-slug';
import { showImport } from './show-import';

const nothing = { texts: new Map(), assets: new Map() };

/** The dry run of an import that is to become a course. There is no course yet. */
export const getNewCourse = operation({
  name: 'get-new-course',
  kind: 'read',
  by: 'person',
  input: z.strictObject(importInput),
  subject: ownImport,
  allow: isOwn,
  async run({ db, subject: head }) {
    const content = await importContent(db, head.id);
    if (!content) throw new NotFound('no such import');
    const text = content.texts.get('course.yaml') ?? '';
    const slug = slugIn(text) ?? '';
    return {
      /** The course that was made of it already. */
      made: head.slug,
      title: courseTitle(text) ?? head.name,
      slug,
      taken: slugProblem(slug) === null && (await isSlugTaken(db, slug)),
      ...showImport(head, { present: nothing, result: content, report: content.report }),
    };
  },
});
