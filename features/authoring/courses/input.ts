import * as z from 'zod';
import { languageNamed, linesOf, slugProblem, zoneNamed } from '@/rules/authoring/course-draft';
import { isWritten } from '@/rules/storable';

const cannotBeStored = 'This text has characters that cannot be stored.';

/** A text of one line: what is pasted with line breaks becomes one. May be empty. */
export const lineInput = (most: number) =>
  z
    .string()
    .max(most * 2, `Use at most ${most} characters.`)
    .refine(isWritten, cannotBeStored)
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length <= most, `Use at most ${most} characters.`);

/** A list that is typed one entry a line. May be empty. */
export const linesInput = z
  .string()
  .max(20_000, 'This is too long. Keep each line to one sentence.')
  .refine(isWritten, cannotBeStored)
  .transform(linesOf)
  .refine((lines) => lines.length <= 50, 'Use at most 50 lines.');

export const titleInput = lineInput(200).refine((title) => title !== '', 'Give the course a title.');

/** An address as typed; empty means that one is made from the title. Whether it is taken, the key decides. */
export const slugInput = z
  .string()
  .max(200, 'This address is too long.')
  .transform((slug) => slug.trim().toLowerCase())
  .check((context) => {
    const message = context.value === '' ? null : slugProblem(context.value);
    if (message) context.issues.push({ code: 'custom', message, input: context.value });
  });

/** A field whose rule gives its one form, or null where it is none. */
const named = (rule: (raw: string) => string | null, message: string) =>
  z.string().transform((raw, context) => {
    const value = raw.length > 100 ? null : rule(raw);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

export const zoneInput = named(zoneNamed, 'Name a time zone, for example Asia/Shanghai or UTC.');
export const languageInput = named(languageNamed, 'Choose a language.');
