import type { Db } from '@/db/client';
import { enrollmentInCourse } from '@/db/queries/api';
import { enrollmentScopes } from '@/db/queries/enrollments';
import type { Actor } from '@/rules/access';
import type { EnrollmentMove } from '@/rules/enrollment/enrollment-moves';
import type { TableAction } from '@/rules/enrollment/enrollment-states';
import { NotFound, Refused } from '@/server/operation';
import { mailInvitations } from '../mail-invitations';
import { settle } from '../settle';
import type { MoveBody } from './schemas';
import { shownEnrollment } from './shown';

/** A move of one person as the API was asked for it. */
export function moveOf(
  userId: string,
  { action, cohort, ends, reason }: MoveBody & { action: TableAction },
): EnrollmentMove {
  return {
    userId,
    action,
    reason,
    ...(cohort !== undefined && { cohortId: cohort }),
    ...(ends !== undefined && { ends: ends && { at: new Date(ends.at), zone: ends.zone } }),
  };
}

/** Carries one move out, tells the person as anywhere else, and says what came of it. Throws where it is refused. */
export async function moveOne(
  db: Db,
  courseId: string,
  move: EnrollmentMove,
  { actor, address, now }: { actor: Actor; address: string; now: Date },
) {
  const scopes = await enrollmentScopes(db, courseId);
  if (!scopes) throw new NotFound('no course');
  const [settled] = await settle(db, [move], { scopes, by: 'staff', actorId: actor.userId, now });
  if (!settled) throw new Error('one move gives one outcome');
  if (settled.refusal) throw new Refused(settled.refusal);
  await mailInvitations(db, scopes, [settled], address);
  const row = await enrollmentInCourse(db, courseId, settled.enrollmentId ?? '', now);
  if (!row) throw new Error('a settled enrollment exists');
  return { from: settled.from, to: settled.to, enrollment: shownEnrollment(row) };
}
