import * as z from 'zod';
import { namesOf, remindersOf } from '@/db/queries/care';
import { reminderBatch } from '@/db/queries/care-batches';
import { studioCourse } from '@/db/queries/drafts';
import { canRemind } from '@/rules/access';
import type { LeftOut } from '@/rules/enrollment/reminders';
import { operation } from '@/server/operation';
import { courseInput } from '../in-course';

/** The proof of reminders that were sent together: to whom, when, in which words, who was left out and why. */
export const getReminders = operation({
  name: 'get-reminders',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, batch: z.uuid() }),
  async subject(db, { course: slug, batch: id }, actor) {
    const course = await studioCourse(db, slug, actor.userId);
    const batch = course && (await reminderBatch(db, course.id, id));
    return course && batch && { ...course, batch };
  },
  allow: canRemind,
  async run({ db, subject: { slug, batch } }) {
    const { work, ...head } = batch;
    const why = new Map(work.leftOut.map((one) => [one.id, one.why]));
    const [sent, leftOut] = await Promise.all([remindersOf(db, batch.id), namesOf(db, [...why.keys()])]);
    return {
      ...head,
      slug,
      subject: work.subject,
      text: work.text,
      toCome: work.toCome ?? 0,
      alsoLeftOut: Object.entries(work.alsoLeftOut ?? {}).map(([why, people]) => ({
        why: why as LeftOut,
        people,
      })),
      sent: sent.map(({ name, email, at }) => ({ name, email, at: new Date(at) })),
      leftOut: leftOut.flatMap(({ enrollmentId, name, email }) => {
        const reason = why.get(enrollmentId);
        return reason ? [{ name, email, why: reason }] : [];
      }),
    };
  },
});
