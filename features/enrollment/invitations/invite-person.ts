import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { consume } from '@/db/queries/rate-limits';
import { ensurePeople } from '@/db/queries/unclaimed';
import { canManageRoster } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { operation, Refused } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { addressInput, emailInput, nameInput } from '../input';
import { mailInvitations } from '../mail-invitations';
import { settle } from '../settle';

/** Each invitation is a mail to an address of somebody's choice. Lists of people have a way of their own. */
const invitationsAnHour = 60;

type Invited = Answer<{ userId: string; outcome: 'invited' | 'waiting' }>;

/**
 * Invites somebody by their address, with an account or without: who has none gets one to claim. The seat is
 * held for them until the invitation lapses; where no seat is free, they wait.
 */
export const invitePerson = operation({
  name: 'invite-person',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    email: emailInput,
    name: z.literal('').or(nameInput).default(''),
    cohort: z.literal('').or(z.uuid()).default(''),
    days: z.coerce
      .number({ error: 'Give a number of days from 1 to 90.' })
      .int('Give a number of days from 1 to 90.')
      .min(1, 'Give a number of days from 1 to 90.')
      .max(90, 'Give a number of days from 1 to 90.'),
    address: addressInput,
  }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, actor, input, subject, now }): Promise<Invited> {
    if (!(await consume(db, `invite-person:${actor.userId}`, invitationsAnHour, 3_600)))
      return { ok: false, code: 'too-many-tries' };
    const { email, name, days, address } = input;
    const cohortId = input.cohort === '' ? null : input.cohort;
    const scopes = await enrollmentScopes(db, subject.id);
    if (!scopes) throw new Error('the course is there');
    if (scopes.course.terms.archivedAt !== null) throw new Refused('course-archived');
    const userId = (await ensurePeople(db, [{ email, name, externalId: null }])).get(email);
    if (!userId) throw new Error('an account was not made');
    const move = {
      userId,
      action: 'invite',
      cohortId,
      offerUntil: new Date(now.getTime() + days * 86_400_000),
    } as const;
    const [one] = await settle(db, [move], { scopes, by: 'staff', actorId: actor.userId, now });
    if (!one || one.refusal === 'not-from-this-state') throw new Refused('in-course-already');
    if (one.refusal) throw new Refused(one.refusal);
    await mailInvitations(db, scopes, [one], address);
    return { ok: true, userId, outcome: one.to === 'invited' ? 'invited' : 'waiting' };
  },
  audit: ({ input, output }) =>
    output.ok
      ? {
          object: `course:${input.course}`,
          detail: {
            person: output.userId,
            outcome: output.outcome,
            days: input.days,
            ...(input.cohort && { cohort: input.cohort }),
          },
        }
      : null,
});
