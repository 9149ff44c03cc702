import * as z from 'zod';
import { setArchived } from '@/db/queries/courses';
import { canOwnCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';

/** Brings an archived course back as it was: in the catalog where it has an edition, open on its own terms. */
export const restoreCourse = operation({
  name: 'restore-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inLockedStudio,
  allow: canOwnCourse,
  run: async ({ db, subject: { id, slug } }) => ({ slug, changed: await setArchived(db, id, false) }),
  audit: ({ output }) => (output.changed ? { object: `course:${output.slug}` } : null),
});
