import * as z from 'zod';
import { enqueueMail } from '@/db/queries/outbox';
import { consume } from '@/db/queries/rate-limits';
import { recordStaff } from '@/db/queries/staff';
import { userByEmail } from '@/db/queries/users';
import { canOwnCourse } from '@/rules/access';
import { normaliseEmail } from '@/rules/accounts/accounts';
import { courseRoles } from '@/rules/accounts/roles';
import type { Answer } from '@/rules/answer';
import { operation } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { addedToCourseMail } from './mails';

/** Every answer to an address counts, so that nobody finds out address by address who teaches here. */
const triesAnHour = 30;

/** Adds an instructor to the people of a course by their address, and tells them by mail. */
export const addStaff = operation({
  name: 'add-staff',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    email: z.string().transform((raw, context) => {
      const email = raw.length > 1_000 ? null : normaliseEmail(raw);
      if (email !== null) return email;
      context.addIssue({ code: 'custom', message: 'Enter an e-mail address.' });
      return z.NEVER;
    }),
    role: z.enum(courseRoles, { error: 'Choose what they may do.' }),
    address: z.url({ protocol: /^https?$/ }),
  }),
  subject: inLockedStudio,
  allow: canOwnCourse,
  async run({ db, actor, input, subject: course }): Promise<Answer<{ userId: string }>> {
    if (!(await consume(db, `add-staff:${actor.userId}`, triesAnHour, 3_600)))
      return { ok: false, code: 'too-many-tries' };
    const { email, role } = input;
    const person = await userByEmail(db, email);
    const teaches = person?.role === 'instructor' || person?.role === 'admin';
    if (!person || !teaches || person.emailConfirmedAt === null || person.suspendedAt !== null)
      return { ok: false, code: 'no-such-instructor' };
    if (!(await recordStaff(db, { courseId: course.id, userId: person.id, role })))
      return { ok: false, code: 'already-staff' };
    await enqueueMail(db, { recipient: email, ...addedToCourseMail(input.address, course.slug, role) });
    return { ok: true, userId: person.id };
  },
  audit: ({ input, output }) =>
    output.ok
      ? { object: `course:${input.course}`, detail: { person: output.userId, role: input.role } }
      : null,
});
