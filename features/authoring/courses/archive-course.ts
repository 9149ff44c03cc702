import * as z from 'zod';
import { setArchived } from '@/db/queries/courses';
import { canOwnCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';

/** Takes a course out of the catalog and closes it to new learners. Who is enrolled goes on learning. */
export const archiveCourse = operation({
  name: 'archive-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inLockedStudio,
  allow: canOwnCourse,
  run: async ({ db, subject: { id, slug } }) => ({ slug, changed: await setArchived(db, id, true) }),
  audit: ({ output }) => (output.changed ? { object: `course:${output.slug}` } : null),
});
