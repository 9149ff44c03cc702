import * as z from 'zod';
import { setCohortArchived } from '@/db/queries/cohorts';
import { canManageCohorts } from '@/rules/access';
import { operation } from '@/server/operation';
import { inCohort } from './in-cohort';
import { cohortInput } from './input';

/** Takes a cohort out of the archive. */
export const restoreCohort = operation({
  name: 'restore-cohort',
  kind: 'write',
  by: 'person',
  input: z.strictObject(cohortInput),
  subject: inCohort,
  allow: canManageCohorts,
  run: async ({ db, subject: { cohort } }) => ({ changed: await setCohortArchived(db, cohort.id, false) }),
  audit: ({ input, output }) =>
    output.changed ? { object: `cohort:${input.cohort}`, detail: { course: input.course } } : null,
});
