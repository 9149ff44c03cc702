import * as z from 'zod';
import { worksOf } from '@/db/queries/work';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';
import { placeInCourse, slugInput } from '../place';

/** What somebody wrote in a course, drafts included, whatever became of their enrollment. */
export const listMyWork = operation({
  name: 'list-my-work',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ course: slugInput }),
  subject: async (db, { course }, actor) => {
    const place = await placeInCourse(db, course, actor);
    return place?.ownerId && place.enrollmentId
      ? { ownerId: place.ownerId, enrollmentId: place.enrollmentId }
      : null;
  },
  allow: isOwn,
  run: async ({ db, subject: { enrollmentId } }) => ({
    works: (await worksOf(db, enrollmentId)).map(({ title, releasedAt, ...work }) => ({
      ...work,
      title: title ?? work.lessonId,
      released: releasedAt !== null,
    })),
  }),
});
