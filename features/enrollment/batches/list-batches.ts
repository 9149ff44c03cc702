import * as z from 'zod';
import { batches } from '@/db/queries/batches';
import { studioCourse } from '@/db/queries/drafts';
import { canReadRoster } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { operation } from '@/server/operation';

/** What was done to many at once in a course, newest first. */
export const listBatches = operation({
  name: 'list-batches',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ course: z.string().max(200).regex(courseSlugForm) }),
  subject: (db, { course }, actor) => studioCourse(db, course, actor.userId),
  allow: canReadRoster,
  run: ({ db, subject }) => batches(db, subject.id, 100),
});
