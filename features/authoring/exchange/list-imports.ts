import * as z from 'zod';
import { draftFileAt } from '@/db/queries/drafts';
import { importsOf } from '@/db/queries/imports';
import { canEditCourse } from '@/rules/access';
import { wayNamed } from '@/rules/authoring/foreign-course-report';
import { operation } from '@/server/operation';
import { courseTitle } from '../course-title';
import { inStudio, studioInput } from '../studio';

/** What waits to be applied to a course, and the drafts that gave way to imports and can be brought back. */
export const listImports = operation({
  name: 'list-imports',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, subject: course }) {
    const [rows, head] = await Promise.all([
      importsOf(db, { courseId: course.id }),
      draftFileAt(db, course.id, 'course.yaml'),
    ]);
    return {
      slug: course.slug,
      title: courseTitle(head?.text ?? '') ?? course.slug,
      imports: rows.map(({ id, name, by, createdAt, way }) => ({
        id,
        name,
        by,
        createdAt,
        way: wayNamed(way),
      })),
    };
  },
});
