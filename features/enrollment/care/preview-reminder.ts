import * as z from 'zod';
import { courseTitle } from '@/db/queries/invitations';
import { canRemind } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { inCourse } from '../in-course';
import { choose } from './choose';
import { chosenInput } from './input';
import { reminderInput, reminderMail } from './reminder-mail';

/** The mail as the first of the chosen would get it. Sends nothing. */
export const previewReminder = operation({
  name: 'preview-reminder',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...chosenInput, ...reminderInput }),
  subject: inCourse,
  allow: canRemind,
  async run({ db, input, subject: course, now }) {
    const { people } = await choose(db, course, input, now);
    const first = people.find(({ leftOut }) => leftOut === null);
    if (!first) throw new Refused('nobody-to-remind');
    return reminderMail(input, { slug: course.slug, title: await courseTitle(db, course.id) }, first);
  },
});
