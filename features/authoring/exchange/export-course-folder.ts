import * as z from 'zod';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { draftOf, inStudio, studioInput } from '../studio';

/** The platform is no person: it has no role in a course. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** The draft of a course as files, for whoever runs the server. */
export const exportCourseFolder = operation({
  name: 'export-course-folder',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: (db, input, actor) => inStudio(db, input, { ...actor, userId: nobody }),
  allow: isPlatform,
  run: ({ db, subject: course }) => draftOf(db, course.id),
});
