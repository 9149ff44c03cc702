import * as z from 'zod';
import { recordCohortInstructor } from '@/db/queries/cohorts';
import { enqueueMail } from '@/db/queries/outbox';
import { consume } from '@/db/queries/rate-limits';
import { userByEmail } from '@/db/queries/users';
import { canManageCohorts } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { operation } from '@/server/operation';
import { addressInput, emailInput } from '../input';
import { cohortInstructorMail } from '../mails';
import { inCohort } from './in-cohort';
import { cohortInput } from './input';

/** Every answer to an address counts, so that nobody finds out address by address who teaches here. */
const triesAnHour = 30;

/** Lets somebody who may teach read the roster of one cohort, and tells them by mail. */
export const addCohortInstructor = operation({
  name: 'add-cohort-instructor',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...cohortInput, email: emailInput, address: addressInput }),
  subject: inCohort,
  allow: canManageCohorts,
  async run({ db, actor, input, subject: { course, cohort } }): Promise<Answer<{ userId: string }>> {
    if (!(await consume(db, `add-cohort-instructor:${actor.userId}`, triesAnHour, 3_600)))
      return { ok: false, code: 'too-many-tries' };
    const person = await userByEmail(db, input.email);
    const teaches = person?.role === 'instructor' || person?.role === 'admin';
    if (!person || !teaches || person.emailConfirmedAt === null || person.suspendedAt !== null)
      return { ok: false, code: 'no-such-instructor' };
    if (!(await recordCohortInstructor(db, cohort.id, person.id)))
      return { ok: false, code: 'teaches-cohort-already' };
    await enqueueMail(db, {
      recipient: person.email,
      ...cohortInstructorMail(input.address, course.slug, cohort),
    });
    return { ok: true, userId: person.id };
  },
  audit: ({ input, output }) =>
    output.ok
      ? { object: `cohort:${input.cohort}`, detail: { course: input.course, person: output.userId } }
      : null,
});
