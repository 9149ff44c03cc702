import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { normaliseName } from '@/rules/accounts/accounts';
import type { KnownCourse } from '@/rules/enrollment/roster-plan';
import { InvalidInput } from '@/server/operation';

/** What is chosen for a whole list, as a form sends it: a box that is not ticked is not there. */
export const choicesInput = {
  cohort: z.union([z.literal(''), z.uuid()], { error: 'Choose one of the cohorts.' }).default(''),
  source: z
    .string()
    .max(1_000)
    .transform((raw, context) => {
      if (raw.trim() === '') return null;
      const value = normaliseName(raw);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: 'Name the source in one line of at most 100 characters.' });
      return z.NEVER;
    })
    .default(null as never),
  sync: z
    .union([z.boolean(), z.literal('on').transform(() => true)])
    .optional()
    .transform((value) => value ?? false),
};

type Choices = { cohort: string; source: string | null; sync: boolean };

/** What the rows are judged by, with what was chosen for all of them. Throws where the choice makes no sense. */
export async function knownCourse(
  db: Db,
  course: StudioCourse,
  { cohort, source, sync }: Choices,
  now: Date,
): Promise<KnownCourse> {
  const scopes = await enrollmentScopes(db, course.id);
  const cohorts = (scopes?.cohorts ?? []).map(({ id, name, zone, terms }) => ({
    id,
    name,
    zone,
    archived: terms.archivedAt !== null,
  }));
  const chosen = cohorts.find(({ id }) => id === cohort);
  if (cohort !== '' && (!chosen || chosen.archived))
    throw new InvalidInput({ cohort: 'This cohort is not there any more.' });
  if (sync && source === null)
    throw new InvalidInput({ source: 'Name the source: its last list is what this one is compared with.' });
  return { zone: course.zone, cohorts, cohortId: chosen?.id ?? null, source, now };
}
