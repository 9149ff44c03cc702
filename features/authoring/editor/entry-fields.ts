import * as z from 'zod';
import { longestId } from '../compile/schema-parts';
import { draftText } from '../studio';

/** Text of an entry, as a form gives it: one paragraph at most. */
export const line = draftText
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(2_000, 'At most 2,000 characters.'));

export const neededLine = (message: string) => line.pipe(z.string().min(1, message));

export const entryId = z
  .string()
  .trim()
  .min(1, 'Give it an id.')
  .max(longestId, `At most ${longestId} characters.`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is made of a to z, 0 to 9 and single hyphens.');
