import * as z from 'zod';
import { longestTag, mostDraws, tagsIn } from '@/rules/assessment/bank';
import { countings, releasings, reviews } from '@/rules/assessment/quiz';
import { InvalidInput } from '@/server/operation';
import type { FieldValue } from './front-matter';
import { localTime, whole } from './number-fields';

/** A line of what a quiz draws, as it was typed. */
const drawLine = z.strictObject({
  from: z.string().trim().max(60),
  tags: z.string().max(500),
  count: z.string().trim().max(20),
});

/** What the details form of a lesson sets of a quiz; without `quizMode` the quiz stays as it is. */
export const quizDetailFields = {
  quizMode: z.enum(['none', 'practice', 'graded']).optional(),
  quizMinutes: whole(1, 600),
  quizAttempts: whole(1, 100),
  quizCounts: z.enum(countings).optional(),
  quizPass: whole(1, 100),
  quizDraw: whole(1, 200),
  /** What it draws from the bank; without it that stays. */
  quizDraws: z.array(drawLine).max(mostDraws).optional(),
  quizShuffle: z.enum(['no', 'yes']).optional(),
  quizHints: z.enum(['on', 'off']).optional(),
  quizConfidence: z.enum(['no', 'yes']).optional(),
  quizAnonymous: z.enum(['no', 'yes']).optional(),
  quizReview: z.enum(reviews).optional(),
  quizRelease: z.enum(releasings).optional(),
  quizTurnaround: whole(1, 90),
  quizDue: localTime,
  quizLatePerDay: whole(1, 100),
  quizLateFloor: whole(0, 100),
  quizCloses: localTime,
};

type QuizFields = z.output<z.ZodObject<typeof quizDetailFields>>;

/**
 * Where the questions come from, as front matter has it: a number of its own, or a list once it draws from the
 * bank. Lines without a set are empty.
 */
function drawField({ quizDraw, quizDraws }: Pick<QuizFields, 'quizDraw' | 'quizDraws'>): FieldValue {
  const wrong: Record<string, string> = {};
  const lines = (quizDraws ?? []).flatMap(({ from, tags: typed, count: many }, index) => {
    if (from === '') return [];
    const count = Number(many);
    if (!/^\d+$/.test(many) || count < 1 || count > 200)
      wrong[`quizDraws.${index}.count`] = 'Say how many are drawn from this set: 1 to 200.';
    const tags = tagsIn(typed);
    if (tags.some((tag) => tag.length > longestTag))
      wrong[`quizDraws.${index}.tags`] = `A tag is at most ${longestTag} characters long.`;
    return [{ from, ...(tags.length > 0 ? { tags } : {}), count }];
  });
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  if (lines.length === 0) return quizDraw;
  return [...(quizDraw === null ? [] : [{ count: quizDraw }]), ...lines];
}

/** The rules of a quiz as front matter has them: null where the lesson is none, nothing where that stays. */
export function quizField({ quizMode, ...fields }: QuizFields): { quiz?: FieldValue } {
  if (quizMode === undefined) return {};
  if (quizMode === 'none') return { quiz: null };
  const { quizLatePerDay: perDay, quizLateFloor: floor } = fields;
  const late = perDay == null ? null : { perDay, ...(floor == null ? {} : { floor }) };
  const pairs: [string, FieldValue | undefined][] = [
    ['mode', quizMode],
    ['minutes', fields.quizMinutes],
    ['attempts', fields.quizAttempts],
    ['counts', fields.quizCounts],
    ['pass', fields.quizPass],
    ['draw', drawField(fields)],
    ['shuffle', fields.quizShuffle === 'yes' ? true : null],
    ['hints', fields.quizHints === 'off' ? 'off' : null],
    ['confidence', fields.quizConfidence === 'yes' ? true : null],
    ['review', fields.quizReview],
    ['release', fields.quizRelease === 'by-hand' ? 'by-hand' : null],
    ['turnaround', fields.quizTurnaround],
    ['due', fields.quizDue],
    ['late', late],
    ['closes', fields.quizCloses],
    ['anonymous', fields.quizAnonymous === 'yes' ? true : null],
  ];
  const said = pairs.filter((pair): pair is [string, NonNullable<FieldValue>] => pair[1] != null);
  return { quiz: Object.fromEntries(said) };
}
