import * as z from 'zod';
import type { Mail } from '@/db/queries/outbox';
import { filledIn, textProblem } from '@/rules/enrollment/reminders';
import { siteName } from '@/rules/site';
import { addressInput } from '../input';

/** A text of several lines in which only what is known stands in braces. */
const reminderText = (label: string, most: number, needs: 'link'[] = []) =>
  z
    .string({ error: `Enter the ${label}.` })
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, `Enter the ${label}.`)
        .max(most, `At most ${most.toLocaleString('en')} characters.`)
        .refine((text) => !/[^\P{Cc}\t\n]/u.test(text) && text.isWellFormed(), {
          error: 'This text has characters that cannot be sent.',
        })
        .superRefine((text, context) => {
          const message = textProblem(text, needs);
          if (message) context.addIssue({ code: 'custom', message });
        }),
    );

export const reminderInput = {
  subject: reminderText('subject', 150).refine((text) => !text.includes('\n'), {
    error: 'A subject is one line.',
  }),
  text: reminderText('text', 4_000, ['link']),
  /** Where the site is, as the caller knows it: links start with it. */
  address: addressInput,
};

type Words = { subject: string; text: string; address: string };

/** The mail to one learner. Below what somebody wrote stands why it came, and how to get no more. */
export function reminderMail(
  { subject, text, address }: Words,
  course: { slug: string; title: string },
  to: { name: string; email: string },
): Mail {
  const words = { name: to.name, course: course.title, link: new URL(`/learn/${course.slug}`, address).href };
  const account = new URL('/account#reminders', address).href;
  return {
    recipient: to.email,
    subject: filledIn(subject, words).replace(/\s+/g, ' '),
    body: `${filledIn(text, words)}\n\n--\n${siteName}\nYou get this because you are enrolled in “${course.title}”.\nNo more reminders by mail: ${account}\n`,
  };
}
