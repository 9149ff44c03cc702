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
  cohort: z.union([z.uuid(), z.literal(['none', 'any', ''])]).default(''),
  search: z.string().trim().max(200).default(''),
};

/** How many are reminded by one press of the button. Whoever presses again reaches the next. */
export const mostReminded = 5_000;

/** How many are paused, withdrawn or given more time by one batch: as many as a batch of a table has. */
export const mostActedOn = 100_000;

/** How many can be ticked: far more than a page of the list shows. */
const mostTicked = 5_000;

const ids = z.array(z.uuid()).max(mostTicked);

/** Who of the list: those that were ticked, by their enrollments, or everybody who matches. */
export const chosenInput = {
  ...careInput,
  who: z.enum(['ticked', 'all']),
  people: z
    .string()
    .max(mostTicked * 40)
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

/** The enrollments that were ticked; null for everybody who matches. */
export const idsOf = ({ who, people }: { who: 'ticked' | 'all'; people: readonly string[] }) =>
  who === 'all' ? null : people;

export const filterOf = ({ sign, cohort, search }: Asked): CareFilter => ({
  sign,
  cohort: cohort === '' || cohort === 'any' ? null : cohort,
  search,
});
