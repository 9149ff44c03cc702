import * as z from 'zod';
import { worksOf } from '@/db/queries/work';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput } from '../in-course';
import { ownEnrollment } from '../place';

/** What somebody wrote in a course, drafts included, whatever became of their enrollment. */
export const listMyWork = operation({
  name: 'list-my-work',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: ownEnrollment,
  allow: isOwn,
  run: async ({ db, subject: { enrollmentId } }) => ({
    works: (await worksOf(db, enrollmentId)).map(({ title, releasedAt, ...work }) => ({
      ...work,
      title: title ?? work.lessonId,
      released: releasedAt !== null,
    })),
  }),
});
