import * as z from 'zod';
import { recordCohort } from '@/db/queries/cohorts';
import { canManageCohorts } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { termsOfForm } from '../terms/save-scope';
import { assertNameFree, cohortFields, editionOfForm } from './input';

/** Makes a run of a course with terms of its own. */
export const createCohort = operation({
  name: 'create-cohort',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, ...cohortFields }),
  subject: inCourse,
  allow: canManageCohorts,
  async run({ db, input: { course: slug, name, zone, edition, ...form }, subject: course }) {
    const terms = termsOfForm(form, zone, null);
    const editionId = await editionOfForm(db, course.id, edition);
    await assertNameFree(db, course.id, name);
    return { slug, cohortId: await recordCohort(db, { courseId: course.id, name, zone, editionId, terms }) };
  },
  audit: ({ input, output }) => ({
    object: `cohort:${output.cohortId}`,
    detail: { course: input.course, name: input.name },
  }),
});
