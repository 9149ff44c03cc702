import * as z from 'zod';
import { studioInput } from '../studio';

/** As much text as is taken in at once, in characters. */
const longest = 1_500_000;

/** What both looking at questions and taking them in is asked with. */
export const importInput = {
  ...studioInput,
  text: z
    .string()
    .trim()
    .min(1, 'Paste questions, or choose a file.')
    .max(longest, 'This is more than 1,500,000 characters. Take it in in parts.')
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed()),
};
