import * as z from 'zod';

const level = z.strictObject({ points: z.int().min(0).max(1_000), says: z.string().trim().min(1) });

const criterionOf = (id: z.ZodString) =>
  z
    .strictObject({ id, title: z.string().trim().min(1), levels: z.array(level).min(2).max(9) })
    .refine(
      ({ levels }) => levels.every(({ points }, at) => at === 0 || points > (levels[at - 1]?.points ?? 0)),
      {
        path: ['levels'],
        message: 'levels stand from the least to the most points, and no two give the same',
      },
    );

/** A rubric as authors write it; `id` is what the id of a criterion has to be. */
export const rubricSchema = (id: z.ZodString) =>
  z
    .array(criterionOf(id))
    .min(1)
    .max(20)
    .refine((rubric) => new Set(rubric.map((one) => one.id)).size === rubric.length, {
      message: 'two criteria have the same id',
    });
