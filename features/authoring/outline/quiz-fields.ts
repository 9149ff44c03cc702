import * as z from 'zod';
import { countings, reviews } from '@/rules/assessment/quiz';
import { optional } from './optional';

const whole = (least: number, most: number) =>
  optional(
    z.coerce
      .number({ error: 'Write a number.' })
      .int('Write a whole number.')
      .min(least, `At least ${least}.`)
      .max(most, `At most ${most}.`),
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
  quizCloses: optional(
    z
      .string()
      .transform((text) => text.replace('T', ' ').slice(0, 16))
      .refine((text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text), 'Choose a day and a time.'),
  ),
};

type QuizFields = z.output<z.ZodObject<typeof quizDetailFields>>;

/** The rules of a quiz as front matter has them: null where the lesson is none, nothing where that stays. */
export function quizField({ quizMode, ...fields }: QuizFields): {
  quiz?: Record<string, string | number> | null;
} {
  if (quizMode === undefined) return {};
  if (quizMode === 'none') return { quiz: null };
  const { quizMinutes, quizAttempts, quizCounts, quizPass, quizDraw, quizReview, quizCloses } = fields;
  const pairs: [string, string | number | null | undefined][] = [
    ['mode', quizMode],
    ['minutes', quizMinutes],
    ['attempts', quizAttempts],
    ['counts', quizCounts],
    ['pass', quizPass],
    ['draw', quizDraw],
    ['review', quizReview],
    ['closes', quizCloses],
  ];
  const said = pairs.filter((pair): pair is [string, string | number] => pair[1] != null);
  return { quiz: Object.fromEntries(said) };
}
