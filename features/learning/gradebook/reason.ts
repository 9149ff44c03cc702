import * as z from 'zod';

/** PostgreSQL holds neither NUL nor halves of characters; other control characters are nobody's words. */
const isStorable = (text: string) => text.isWellFormed() && !/[^\P{Cc}\t\r\n]/u.test(text);

/** Why a grade is what it is, in somebody's own words. May be empty. */
export const reasonInput = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .refine(isStorable, 'This text has characters that cannot be stored.')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
