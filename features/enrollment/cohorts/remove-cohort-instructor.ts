import * as z from 'zod';
import { deleteCohortInstructor } from '@/db/queries/cohorts';
import { canManageCohorts } from '@/rules/access';
import { operation } from '@/server/operation';
import { inCohort } from './in-cohort';
import { cohortInput } from './input';

/** Takes somebody off the people who teach a cohort. Twice is once. */
export const removeCohortInstructor = operation({
  name: 'remove-cohort-instructor',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...cohortInput, person: z.uuid() }),
  subject: inCohort,
  allow: canManageCohorts,
  run: async ({ db, input, subject: { cohort } }) => ({
    changed: await deleteCohortInstructor(db, cohort.id, input.person),
  }),
  audit: ({ input, output }) =>
    output.changed
      ? { object: `cohort:${input.cohort}`, detail: { course: input.course, person: input.person } }
      : null,
});
