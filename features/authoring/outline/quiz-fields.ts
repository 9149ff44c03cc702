import * as z from 'zod';
import { countings, releasings, reviews } from '@/rules/assessment/quiz';
import { optional } from './optional';

const whole = (least: number, most: number) =>
  optional(
    z.coerce
      .number({ error: 'Write a number.' })
      .int('Write a whole number.')
      .min(least, `At least ${least}.`)
      .max(most, `At most ${most}.`),
  );

const localTime = optional(
  z
    .string()
    .transform((text) => text.replace('T', ' ').slice(0, 16))
    .refine((text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text), 'Choose a day and a time.'),
);

/** What the details form of a lesson sets of a quiz; without `quizMode` the quiz stays as it is. */
export const quizDetailFields = {
  quizMode: z.enum(['none', 'practice', 'graded']).optional(),
  quizMinutes: whole(1, 600),
  quizAttempts: whole(1, 100),
  quizCounts: z.enum(countings).optional(),
  quizPass: whole(1, 100),
  quizDraw: whole(1, 200),
  quizReview: z.enum(reviews).optional(),
  quizRelease: z.enum(releasings).optional(),
  quizDue: localTime,
  quizLatePerDay: whole(1, 100),
  quizLateFloor: whole(0, 100),
  quizCloses: localTime,
};

type QuizFields = z.output<z.ZodObject<typeof quizDetailFields>>;

type QuizFront = Record<string, string | number | Record<string, number>>;

/** The rules of a quiz as front matter has them: null where the lesson is none, nothing where that stays. */
export function quizField({ quizMode, ...fields }: QuizFields): { quiz?: QuizFront | null } {
  if (quizMode === undefined) return {};
  if (quizMode === 'none') return { quiz: null };
  const { quizLatePerDay: perDay, quizLateFloor: floor } = fields;
  const late = perDay == null ? null : { perDay, ...(floor == null ? {} : { floor }) };
  const pairs: [string, QuizFront[string] | null | undefined][] = [
    ['mode', quizMode],
    ['minutes', fields.quizMinutes],
    ['attempts', fields.quizAttempts],
    ['counts', fields.quizCounts],
    ['pass', fields.quizPass],
    ['draw', fields.quizDraw],
    ['review', fields.quizReview],
    ['release', fields.quizRelease === 'by-hand' ? 'by-hand' : null],
    ['due', fields.quizDue],
    ['late', late],
    ['closes', fields.quizCloses],
  ];
  const said = pairs.filter((pair): pair is [string, QuizFront[string]] => pair[1] != null);
  return { quiz: Object.fromEntries(said) };
}
