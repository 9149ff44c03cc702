import * as z from 'zod';
import { optional } from './optional';

/** A whole number of a form; null where it is empty. */
export const whole = (least: number, most: number) =>
  optional(
    z.coerce
      .number({ error: 'Write a number.' })
      .int('Write a whole number.')
      .min(least, `At least ${least}.`)
      .max(most, `At most ${most}.`),
  );

/** A day and a time of a form as files have them; null where it is empty. */
export const localTime = optional(
  z
    .string()
    .transform((text) => text.replace('T', ' ').slice(0, 16))
    .refine((text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text), 'Choose a day and a time.'),
);
