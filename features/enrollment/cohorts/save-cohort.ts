import * as z from 'zod';
import { termsToSet } from '@/db/queries/terms';
import { canManageCohorts } from '@/rules/access';
import { operation } from '@/server/operation';
import { saveScope, termsOfForm } from '../terms/save-scope';
import { inCohort } from './in-cohort';
import { assertNameFree, cohortFields, cohortInput, editionOfForm } from './input';

/**
 * Saves a cohort on top of the version that was read. Seats that are taken stay. Another edition is for those
 * who come from now on: who is in keeps theirs.
 */
export const saveCohort = operation({
  name: 'save-cohort',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...cohortInput, ...cohortFields, version: z.coerce.number().int() }),
  subject: inCohort,
  allow: canManageCohorts,
  async run({ db, input, subject: { course, cohort } }) {
    const { course: slug, cohort: cohortId, version, name, zone, edition, ...form } = input;
    const scope = { cohortId };
    const stored = await termsToSet(db, scope);
    if (!stored) throw new Error('the cohort is there');
    // In another zone every time that stands in the form is meant anew.
    const terms = termsOfForm(form, zone, zone === stored.zone ? stored.terms : null);
    const editionId = await editionOfForm(db, course.id, edition);
    await assertNameFree(db, course.id, name, cohortId);
    const changed = await saveScope(db, scope, stored, {
      courseId: course.id,
      version,
      terms,
      also: { name, zone, editionId },
    });
    if (name !== cohort.name) changed.push('name');
    if (editionId !== cohort.editionId) changed.push('edition');
    return { slug, cohortId, changed };
  },
  audit: ({ input, output: { cohortId, changed } }) =>
    changed.length > 0
      ? { object: `cohort:${cohortId}`, detail: { course: input.course, fields: changed } }
      : null,
});
