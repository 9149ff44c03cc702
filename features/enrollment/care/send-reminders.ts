import * as z from 'zod';
import { recordReminders } from '@/db/queries/care';
import { recordReminderBatch, setReminderWork } from '@/db/queries/care-batches';
import { courseTitle } from '@/db/queries/invitations';
import { enqueueMails } from '@/db/queries/outbox';
import { canRemind } from '@/rules/access';
import { reminderKey } from '@/rules/enrollment/reminders';
import { operation, Refused } from '@/server/operation';
import { inCourse } from '../in-course';
import { beyond, choose } from './choose';
import { chosenInput } from './input';
import { reminderInput, reminderMail } from './reminder-mail';

/**
 * Reminds the chosen by mail, at most 5,000 at once and each once of the same thing: who was reminded already, wants no reminders or cannot
 * be reached is left out, and the proof says so. Pressing twice, or two people at once, sends nothing twice: the
 * database knows what was sent. Pressing again reaches the next of a longer list.
 */
export const sendReminders = operation({
  name: 'send-reminders',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...chosenInput, ...reminderInput }),
  subject: inCourse,
  allow: canRemind,
  async run({ db, actor, input, subject: course, now }) {
    const { people, tally } = await choose(db, course, input, now);
    const asked = people.filter(({ leftOut }) => leftOut === null);
    if (asked.length === 0) throw new Refused('nobody-to-remind');
    const batchId = await recordReminderBatch(db, {
      courseId: course.id,
      createdBy: actor.userId,
      title: `Reminder: ${input.sign}`,
    });
    const keys = asked.map(({ enrollmentId, lastActiveAt }) => ({
      enrollmentId,
      key: reminderKey(input.sign, lastActiveAt, now),
    }));
    const first = await recordReminders(db, batchId, input.sign, keys);
    // Somebody else sent the very same in the same moment.
    if (first.size === 0) throw new Refused('nobody-to-remind');
    const about = { slug: course.slug, title: await courseTitle(db, course.id) };
    const sent = asked.filter(({ enrollmentId }) => first.has(enrollmentId));
    await enqueueMails(
      db,
      sent.map((person) => reminderMail(input, about, person)),
    );
    const leftOut = people.flatMap(({ enrollmentId, leftOut: why }) => {
      if (why === null && first.has(enrollmentId)) return [];
      return [{ id: enrollmentId, why: why ?? ('reminded' as const) }];
    });
    const { sign: reminder, subject: title, text } = input;
    const rest = beyond(people, tally);
    await setReminderWork(db, batchId, { reminder, subject: title, text, leftOut, ...rest }, sent.length);
    return { course: course.slug, batchId, sent: sent.length, leftOut: leftOut.length, toCome: rest.toCome };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: {
      batch: output.batchId,
      sign: input.sign,
      sent: output.sent,
      leftOut: output.leftOut,
      toCome: output.toCome,
    },
  }),
});
