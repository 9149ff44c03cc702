import * as z from 'zod';
import { normaliseEmail, normaliseName } from '@/rules/accounts/accounts';
import { zoneNamed } from '@/rules/authoring/course-draft';
import { isWritten } from '@/rules/storable';

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
export const nameInput = normalised(normaliseName, 'Enter a name: one line, at most 100 characters.');

export const zoneInput = normalised(zoneNamed, 'Name a time zone, for example Asia/Shanghai or UTC.');

/** Why something is done, in somebody's own words. May be empty. */
export const reasonInput = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .refine(isWritten, 'This text has characters that cannot be stored.')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

/** Where the site is, as whoever calls the operation knows it: links in mails start with it. */
export const addressInput = z.url({ protocol: /^https?$/ });
