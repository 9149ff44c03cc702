import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { canManageRoster } from '@/rules/access';
import { transitions } from '@/rules/enrollment/enrollment-states';
import { endProblem } from '@/rules/enrollment/roster-actions';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { addressInput, reasonInput } from '../input';
import { mailInvitations } from '../mail-invitations';
import { scopeOf, settle } from '../settle';
import { assertChanges, changeFields, moveOf } from './bulk-change';
import { enrollmentInput, enrollmentOfCourse } from './get-enrollment';

/** Does one thing to one enrollment, if it is still as it was when the page was looked at. */
export const changeEnrollment = operation({
  name: 'change-enrollment',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...enrollmentInput,
    ...changeFields,
    reason: reasonInput.default(''),
    version: z.coerce.number().int(),
    address: addressInput,
  }),
  subject: enrollmentOfCourse,
  allow: canManageRoster,
  async run({ db, actor, input, subject: { id, enrollment }, now }) {
    assertChanges(input);
    if (transitions[input.action].reason === 'required' && input.reason === '')
      throw new InvalidInput({ reason: 'Say why: the learner will read it.' });
    const { version } = input;
    // Known already; what changes from here on is found by `settle`, once it is locked.
    if (enrollment.version !== version) throw new Refused('changed-meanwhile');
    const scopes = await enrollmentScopes(db, id);
    if (!scopes) throw new NotFound('no such course');
    const { endsFor, ...move } = moveOf(input, input.reason);
    const cohortId = move.cohortId === undefined ? enrollment.cohortId : move.cohortId;
    const { zone } = scopeOf(scopes, cohortId) ?? scopes.course;
    const problem = endProblem(input.action, input, [zone], now);
    if (problem) throw new InvalidInput({ ...problem });
    const [settled] = await settle(
      db,
      [{ userId: enrollment.userId, version, ...move, ...(endsFor && { ends: endsFor(zone) }) }],
      { scopes, by: 'staff', actorId: actor.userId, now },
    );
    if (!settled) throw new Refused('changed-meanwhile');
    if (settled.refusal) throw new Refused(settled.refusal);
    await mailInvitations(db, scopes, [settled], input.address);
    return { did: input.action, from: settled.from, to: settled.to };
  },
  audit: ({ input, output }) => ({
    object: `enrollment:${input.enrollment}`,
    detail: { course: input.course, action: input.action, from: output.from, to: output.to },
  }),
});
