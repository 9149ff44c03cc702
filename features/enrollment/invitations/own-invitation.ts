import type { Db } from '@/db/client';
import { courseForViewer } from '@/db/queries/courses';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { setInvitationsUsed } from '@/db/queries/invitation-links';
import { effectiveState } from '@/rules/enrollment/enrollment-terms';
import { Refused } from '@/server/operation';
import { type Settled, settle } from '../settle';

/** Subject of what somebody does with an invitation to a course: their own enrollment in it. */
export async function ownInvitation(db: Db, { slug }: { slug: string }, actor: { userId: string }) {
  const course = await courseForViewer(db, slug, actor.userId);
  return course?.enrollment
    ? { id: course.enrollment.id, courseId: course.id, ownerId: actor.userId, enrollment: course.enrollment }
    : null;
}
export type OwnInvitation = NonNullable<Awaited<ReturnType<typeof ownInvitation>>>;

/**
 * Takes or declines the seat that an invitation holds, and makes its links worthless. An invitation that has
 * lapsed holds no seat, also before the clock has said so. What was so already is fine.
 * @returns null when it was so already.
 */
export async function answerInvitation(
  db: Db,
  {
    id,
    courseId,
    ownerId,
    enrollment,
  }: Omit<OwnInvitation, 'enrollment'> & {
    enrollment: Pick<OwnInvitation['enrollment'], 'state' | 'validUntil'>;
  },
  action: 'accept' | 'refuse',
  now: Date,
  reason = '',
): Promise<Settled | null> {
  const lapsed = effectiveState({ ...enrollment, validFrom: null }, now) === 'expired';
  if (action === 'accept' && enrollment.state === 'invited' && lapsed) throw new Refused('seat-gone');
  const scopes = await enrollmentScopes(db, courseId);
  if (!scopes) throw new Error('the course of an enrollment exists');
  const moves = [{ userId: ownerId, action, reason }];
  const [one] = await settle(db, moves, { scopes, by: 'learner', actorId: ownerId, now });
  if (!one) throw new Error('one move has one outcome');
  const wanted = action === 'accept' ? ['active', 'completed', 'paused'] : ['withdrawn'];
  if (one.refusal && wanted.includes(one.from)) return null;
  // Time was quicker.
  if (one.refusal && one.from === 'expired') throw new Refused('seat-gone');
  if (one.refusal) throw new Refused(one.refusal);
  await setInvitationsUsed(db, id);
  return one;
}
