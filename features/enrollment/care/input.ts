import * as z from 'zod';
import type { CareFilter, CareScope } from '@/db/queries/care';
import type { StudioCourse } from '@/db/queries/drafts';
import { careSigns, careTerms } from '@/rules/enrollment/care';
import { courseInput } from '../in-course';

/** The course, and the list of its learners that the address asks for. */
export const careInput = {
  ...courseInput,
  sign: z.enum(careSigns).default('dormant'),
  days: z.coerce.number().int().min(1).max(careTerms.mostDormantDays).default(careTerms.dormantDays),
  cohort: z.union([z.uuid(), z.literal('none'), z.literal('')]).default(''),
  search: z.string().trim().max(200).default(''),
};

/** How many people are acted on at once. */
export const mostChosen = 5_000;

const ids = z.array(z.uuid()).max(mostChosen);

/** Who of the list: those that were ticked, by their enrollments, or everybody who matches. */
export const chosenInput = {
  ...careInput,
  who: z.enum(['ticked', 'all']),
  people: z
    .string()
    .max(mostChosen * 40)
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(ids),
};

type Asked = z.output<z.ZodObject<typeof careInput>>;

export const scopeOf = (course: StudioCourse, { days }: Asked, now: Date): CareScope => ({
  courseId: course.id,
  days,
  now,
});

export const filterOf = ({ sign, cohort, search }: Asked): CareFilter => ({
  sign,
  cohort: cohort === '' ? null : cohort,
  search,
});
