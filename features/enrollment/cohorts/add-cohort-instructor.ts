import * as z from 'zod';
import { recordCohortInstructor } from '@/db/queries/cohorts';
import { enqueueMail } from '@/db/queries/outbox';
import { staffMember } from '@/db/queries/staff';
import { canManageCohorts } from '@/rules/access';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { addressInput } from '../input';
import { cohortInstructorMail } from '../mails';
import { inCohort } from './in-cohort';
import { cohortInput } from './input';

/** Names somebody who works on the course an instructor of one of its cohorts, and tells them by mail. */
export const addCohortInstructor = operation({
  name: 'add-cohort-instructor',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...cohortInput,
    person: z.uuid('Choose somebody.'),
    address: addressInput,
  }),
  subject: inCohort,
  allow: canManageCohorts,
  async run({ db, input, subject: { course, cohort } }) {
    const person = await staffMember(db, course.id, input.person);
    if (!person || person.suspended) throw new InvalidInput({ person: 'They do not work on this course.' });
    if (!(await recordCohortInstructor(db, cohort.id, person.userId)))
      throw new Refused('teaches-cohort-already');
    await enqueueMail(db, {
      recipient: person.email,
      ...cohortInstructorMail(input.address, course.slug, cohort),
    });
    return { userId: person.userId };
  },
  audit: ({ input, output }) => ({
    object: `cohort:${input.cohort}`,
    detail: { course: input.course, person: output.userId },
  }),
});
