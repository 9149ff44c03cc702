import * as z from 'zod';

/** So many bytes in lower-case hexadecimal digits, and in no other spelling. */
export const hex = (bytes: number) =>
  z
    .string()
    .max(2 * bytes, `It has to be ${2 * bytes} hexadecimal digits`)
    .regex(
      new RegExp(`^[0-9a-f]{${2 * bytes}}$`),
      `It has to be ${2 * bytes} hexadecimal digits, a to f in lower case`,
    );

/** A whole number from least to most. */
export const whole = (least: number, most: number) =>
  z
    .int(`It has to be a whole number from ${least} to ${most}`)
    .min(least, `It has to be at least ${least}`)
    .max(most, `It has to be at most ${most}`);
