import * as z from 'zod';
import { recordReleaseMails } from '@/db/queries/grade-release';
import { courseTitle } from '@/db/queries/invitations';
import { enqueueMails } from '@/db/queries/outbox';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { changeRelease, releaseInput } from './change-release';
import { itemOfCourse } from './item-of-course';
import { releaseMail } from './release-mail';

/**
 * Lets learners see their grade in an item: all of them, or those of a cohort. Each is told by mail once,
 * however often a grade is released; the mail has no grade in it.
 */
export const releaseGrades = operation({
  name: 'release-grades',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...releaseInput, address: z.url({ protocol: /^https?$/ }) }),
  subject: itemOfCourse,
  allow: canGrade,
  async run({ db, actor, input: { cohort, count, address }, subject: course }) {
    const change = {
      courseId: course.id,
      slug: course.slug,
      item: course.item,
      cohort,
      count,
      actorId: actor.userId,
    };
    const ids = await changeRelease(db, { ...change, released: true });
    const told = await recordReleaseMails(db, ids, course.item.id);
    const about = { slug: course.slug, title: await courseTitle(db, course.id), item: course.item.title };
    await enqueueMails(
      db,
      told.map((person) => releaseMail(person, about, address)),
    );
    return { grades: ids.length, mails: told.length };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { course: input.course, item: input.item, cohort: input.cohort, ...output },
  }),
});
