import * as z from 'zod';
import { courseTitle } from '@/db/queries/invitations';
import { canRemind } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { beyond, choose } from './choose';
import { chosenInput, mostActedOn } from './input';

/** Who was chosen and who of them would be reminded, before anything is done. Writes nothing. */
export const reviewCare = operation({
  name: 'review-care',
  kind: 'read',
  by: 'person',
  input: z.strictObject(chosenInput),
  subject: inCourse,
  allow: canRemind,
  async run({ db, input, subject: course, now }) {
    const [{ people, tally }, title] = await Promise.all([
      choose(db, course, input, now),
      courseTitle(db, course.id),
    ]);
    return {
      slug: course.slug,
      title,
      zone: course.zone,
      ...beyond(people, tally),
      all: tally.all,
      mostActedOn,
      people: people.map(({ enrollmentId, name, email, leftOut }) => ({
        id: enrollmentId,
        name,
        email,
        leftOut,
      })),
    };
  },
});

export type CareReview = OutputOf<typeof reviewCare>;
