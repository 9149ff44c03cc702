import * as z from 'zod';
import { isLocalTime } from '@/rules/authoring/outline-words';
import { lineInput, titleInput } from './input';
import { optional } from './optional';
import { quizDetailFields } from './quiz-fields';
import { workDetailFields } from './work-fields';

/** One entry a line; empty lines do not count. */
const lines = (most: number, missing: string) =>
  z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(z.array(lineInput(500, missing)).min(1, missing).max(most, `Use at most ${most} lines.`));

/** Names of other things: several fields of a form, or one text with commas or spaces. */
const names = z
  .union([z.string().transform((text) => text.split(/[\s,]+/)), z.array(z.string())])
  .transform((list) => [...new Set(list.map((name) => name.trim()).filter((name) => name !== ''))])
  .pipe(z.array(lineInput(60, 'Choose from the list.')).max(500));

const localTime = z
  .string()
  .transform((text) => text.replace('T', ' ').slice(0, 16))
  .refine(isLocalTime, 'Choose a day and a time.');

const minutes = z.coerce
  .number({ error: 'Write a number.' })
  .int('Write a whole number.')
  .min(1, 'A lesson takes at least 1 minute.')
  .max(180, 'A lesson takes at most 180 minutes.');

const summary = lineInput(1000, 'Write one sentence for the syllabus.');
const release = { opens: optional(localTime), after: optional(lineInput(60, 'Choose a module.')) };

/** What the details form of a module sets. */
export const moduleDetailFields = { title: titleInput, summary, ...release };

/** What the details form of a lesson sets; its id only while it may still change. */
export const lessonDetailFields = {
  id: z.string().max(200).optional(),
  title: titleInput,
  summary,
  minutes: optional(minutes),
  objectives: lines(20, 'Write at least one objective.'),
  directives: names,
  verified: z.iso.date('Choose the day on which the facts were last checked.'),
  prerequisites: names,
  preparation: names,
  ...release,
  ...quizDetailFields,
  ...workDetailFields,
};

/** The time as it stands in the file where it means the same: a day alone begins at midnight. */
export const sameOpening = (stored: unknown, opens: string | null): string | null =>
  typeof stored === 'string' && opens === `${stored} 00:00` ? stored : opens;
