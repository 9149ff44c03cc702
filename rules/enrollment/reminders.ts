import { weekOf } from '../time/weeks';
import type { CareSign } from './care';

/** Why somebody of the chosen gets no reminder. */
export const leftOutWords = {
  suspended: 'Their account is suspended.',
  unclaimed: 'They have not claimed their account or confirmed its address yet.',
  quiet: 'They want no reminders by mail.',
  reminded: 'They were reminded of this already.',
  'no-longer': 'This is not so any more.',
} as const;
export type LeftOut = keyof typeof leftOutWords;

/**
 * What a reminder is about, so that none is sent twice: of one absence once, of everything else once a week.
 * Weeks begin on Monday, in UTC.
 */
export function reminderKey(sign: CareSign, lastActiveAt: Date | null, now: Date): string {
  if (sign !== 'dormant') return `week ${weekOf(now)}`;
  return lastActiveAt === null ? 'never' : `since ${lastActiveAt.toISOString().slice(0, 10)}`;
}

/** Why a person is left out, or null when they are reminded. Their own wish is named before what else is so. */
export function whyLeftOut(
  person: {
    suspended: boolean;
    unclaimed: boolean;
    quiet: boolean;
    signs: readonly CareSign[];
    /** The keys of the reminders that they were sent of this sign. */
    reminded: readonly string[];
    lastActiveAt: Date | null;
  },
  sign: CareSign,
  now: Date,
): LeftOut | null {
  if (!person.signs.includes(sign)) return 'no-longer';
  if (person.suspended) return 'suspended';
  if (person.unclaimed) return 'unclaimed';
  if (person.quiet) return 'quiet';
  return person.reminded.includes(reminderKey(sign, person.lastActiveAt, now)) ? 'reminded' : null;
}

const placeholders = ['name', 'course', 'link'] as const;
export type ReminderWords = Record<(typeof placeholders)[number], string>;

const placeholder = /\{([^{}]*)\}/g;

/** What is wrong with a text that is sent to many, or null: a placeholder misspelt would reach them all. */
export function textProblem(text: string, needs: readonly (keyof ReminderWords)[] = []): string | null {
  const used = [...text.matchAll(placeholder)].map((found) => found[1] ?? '');
  const unknown = used.find((name) => !(placeholders as readonly string[]).includes(name));
  if (unknown !== undefined) return `{${unknown}} is not known. There are {name}, {course} and {link}.`;
  if (/[{}]/.test(text.replace(placeholder, '')))
    return 'A brace stands alone. Write {name}, {course} or {link}.';
  const missing = needs.find((name) => !used.includes(name));
  return missing ? `Put {${missing}} where it belongs: it becomes the address of the course.` : null;
}

/** The text for one person. What is put in is never read for placeholders again. */
export const filledIn = (text: string, words: ReminderWords): string =>
  text.replace(placeholder, (whole, name: string) => words[name as keyof ReminderWords] ?? whole);

const greeting = 'Hello {name},';
const sentences: Record<CareSign, string> = {
  dormant:
    'it has been a while since you were last in the course “{course}”. What you did is kept, and you can go on where you stopped:',
  behind:
    'many in your group are a few lessons further in “{course}” by now. There is time to catch up, and a lesson is short:',
  'nearly-done': 'you are nearly through “{course}”. Only a little is left:',
  ending: 'your time in “{course}” ends soon. What is left to do, you see here:',
};

/** What a reminder says unless somebody writes it otherwise. */
export const usualReminder = (sign: CareSign): { subject: string; text: string } => ({
  subject: sign === 'nearly-done' ? 'You are nearly through {course}' : 'Your course: {course}',
  text: `${greeting}\n\n${sentences[sign]}\n\n{link}\n\nIf something keeps you from it, write to your instructors.`,
});
