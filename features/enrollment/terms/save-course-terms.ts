import * as z from 'zod';
import { termsToSet } from '@/db/queries/terms';
import { canManageRoster } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { termsInput } from './input';
import { saveScope, termsOfForm } from './save-scope';

/**
 * Saves how people come into a course, when, how many and for how long, on top of the version that was read.
 * Seats that are taken stay; seats that are added are offered to the waitlist by the clock.
 */
export const saveCourseTerms = operation({
  name: 'save-course-terms',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, ...termsInput, version: z.coerce.number().int() }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, input: { course: _course, version, ...form }, subject }) {
    const scope = { courseId: subject.id };
    const stored = await termsToSet(db, scope);
    if (!stored) throw new Error('the course is there');
    const terms = termsOfForm(form, stored.zone, stored.terms);
    return { changed: await saveScope(db, scope, stored, { ...scope, version, terms }) };
  },
  audit: ({ input, output: { changed } }) =>
    changed.length > 0 ? { object: `course:${input.course}`, detail: { fields: changed } } : null,
});
