import * as z from 'zod';
import { studioInput } from '../studio';

/** Names a row of the outline by its file. */
export const itemInput = { ...studioInput, item: z.uuid() };

/** A line of text that PostgreSQL and YAML can hold: breaks become spaces, control characters are refused. */
export const lineInput = (most: number, missing: string) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `Use at most ${most} characters.`)
        .refine(
          (text) => !/\p{Cc}/u.test(text) && text.isWellFormed(),
          'This text has characters that cannot be stored.',
        ),
    );

export const titleInput = lineInput(200, 'Write a title.');

type Place =
  | { step: 'up' | 'down'; kind?: never; file?: never }
  | { step?: never; kind: 'start' | 'after'; file: string };

/** One place up or down, the start of a module, or after another row; both named by a file. */
export const placeInput = z.string().transform((text, context): Place => {
  if (text === 'up' || text === 'down') return { step: text };
  const [kind, file, ...rest] = text.split(':');
  const known = z.uuid().safeParse(file);
  if ((kind === 'start' || kind === 'after') && known.success && rest.length === 0)
    return { kind, file: known.data };
  context.addIssue({ code: 'custom', message: 'Choose a place.' });
  return z.NEVER;
});
