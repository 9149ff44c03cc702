import * as z from 'zod';
import { removeAccommodation } from '@/db/queries/accommodations';
import { lockLearner } from '@/db/queries/attempts';
import { canManageRoster } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { enrollmentInput, enrollmentOfCourse } from '../roster/get-enrollment';
import { renewRunning } from './renew-running';

/** Takes back what was agreed with somebody for a quiz, or for all. Attempts under way go on by the usual rules. */
export const removeAccommodationOf = operation({
  name: 'remove-accommodation-of',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...enrollmentInput, lesson: z.string().max(100) }),
  subject: enrollmentOfCourse,
  allow: canManageRoster,
  async run({ db, input, subject: { enrollment } }): Promise<void> {
    await lockLearner(db, input.course, enrollment.userId);
    if (!(await removeAccommodation(db, enrollment.id, input.lesson)))
      throw new NotFound('nothing was agreed');
    await renewRunning(db, enrollment.id);
  },
  audit: ({ input: { course, enrollment, lesson } }) => ({
    object: `enrollment:${enrollment}`,
    detail: { course, lesson },
  }),
});
