import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { canManageRoster } from '@/rules/access';
import { refusals } from '@/rules/refusals';
import { InvalidInput, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { addressInput, reasonInput } from '../input';
import { settle } from '../settle';
import { mailAnswers } from './mail-answers';
import { requestsPerPage } from './per-page';

const decisions = ['approve', 'decline'] as const;

/**
 * Approves or declines requests for a place, one or several. Each learner is told by mail, with the reason.
 * Where the seats run out, those who asked later wait. What somebody else answered meanwhile stays.
 */
export const answerRequests = operation({
  name: 'answer-requests',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    decision: z.enum(decisions, { error: 'Choose whether to approve or to decline.' }),
    people: z
      .array(z.uuid())
      .min(1, 'Choose whom you answer.')
      .max(requestsPerPage, `At most ${requestsPerPage} at once.`),
    reason: reasonInput.default(''),
    address: addressInput,
  }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, actor, input: { decision, people, reason, address }, subject, now }) {
    // Said at the field, before anything is tried: the table of moves asks for it as well.
    if (decision === 'decline' && reason === '')
      throw new InvalidInput({ reason: refusals['reason-missing'] });
    const scopes = await enrollmentScopes(db, subject.id);
    if (!scopes) throw new Error('the course is there');
    const moves = [...new Set(people)].map((userId) => ({ userId, action: decision, reason }));
    const settled = await settle(db, moves, { scopes, by: 'staff', actorId: actor.userId, now });
    await mailAnswers(db, scopes, settled, { reason, address });
    const done = settled.filter(({ refusal }) => refusal === null);
    return {
      slug: subject.slug,
      approved: done.filter(({ to }) => to === 'active').length,
      waiting: done.filter(({ to }) => to === 'waitlisted').length,
      declined: done.filter(({ to }) => to === 'removed').length,
      full: settled.filter(({ refusal }) => refusal === 'course-full').length,
      meanwhile: settled.filter(({ refusal }) => refusal !== null && refusal !== 'course-full').length,
    };
  },
  audit: ({ input, output: { slug, ...counts } }) => ({
    object: `course:${slug}`,
    detail: { decision: input.decision, reason: input.reason, people: input.people, ...counts },
  }),
});
