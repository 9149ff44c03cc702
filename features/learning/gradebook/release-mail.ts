import type { Mail } from '@/db/queries/outbox';
import { siteName } from '@/rules/site';

/** Tells a learner that a grade of theirs can be seen; which it is stands on the page alone. */
export function releaseMail(
  to: { name: string; email: string },
  course: { slug: string; title: string; item: string },
  address: string,
): Mail {
  const page = new URL(`/learn/${course.slug}/grades`, address).href;
  const account = new URL('/account#reminders', address).href;
  return {
    recipient: to.email,
    subject: `Your grade in “${course.item}”`.replace(/\s+/g, ' ').slice(0, 150),
    body: `Hello ${to.name},\n\nyour grade in “${course.item}” of the course “${course.title}” is released. What it is and how it came about:\n\n${page}\n\n--\n${siteName}\nYou get this because you are enrolled in “${course.title}”.\nNo more mails of this kind: ${account}\n`,
  };
}
