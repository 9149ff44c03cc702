import * as z from 'zod';
import { normaliseEmail, normaliseName, passwordProblem } from '@/rules/accounts/accounts';

/** A text field whose rule either gives its one form or null. */
const normalised = (rule: (raw: string) => string | null, message: string) =>
  z.string({ error: message }).transform((raw, context) => {
    const value = raw.length > 1_000 ? null : rule(raw);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** An e-mail address, in the one form in which it is stored. */
export const emailInput = normalised(
  normaliseEmail,
  'Enter an e-mail address, for example you@school.example.',
);

/** A person's name as it will be shown. */
export const nameInput = normalised(normaliseName, 'Enter your name: one line, at most 100 characters.');

/** A password to be set. That it is not the e-mail address is asked where the address is known. */
export const newPasswordInput = z.string({ error: 'Enter a password.' }).check((context) => {
  const message = passwordProblem(context.value, '');
  if (message) context.issues.push({ code: 'custom', message, input: context.value });
});

/** A password that exists already: any text, because it is compared and never stored. */
export const currentPasswordInput = z
  .string({ error: 'Enter your current password.' })
  .min(1, 'Enter your current password.')
  .max(2_000, 'That is longer than a password can be.');

/** The secret of a link. Whatever it is, it is only ever hashed and looked up. */
export const tokenInput = z.string().max(200);

/** Where the site is, as whoever calls the operation knows it: links in mails start with it. */
export const addressInput = z.url({ protocol: /^https?$/ });
