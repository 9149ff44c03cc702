import * as z from 'zod';
import { isWritten } from '@/rules/storable';

/** Why a grade is what it is, in somebody's own words. May be empty. */
export const reasonInput = z
  .string()
  .max(2_000, 'At most 2,000 characters.')
  .refine(isWritten, 'This text has characters that cannot be stored.')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
