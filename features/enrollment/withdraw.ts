import * as z from 'zod';
import {
  freeSeat,
  lockEnrollment,
  recordEnrollmentEvent,
  setEnrollmentState,
} from '@/db/queries/enrollments';
import { isOwn } from '@/rules/access';
import { courseSlugForm } from '@/rules/course-slug';
import { holdsSeat, nextState } from '@/rules/enrollment';
import { operation, Refused } from '@/server/operation';

type Withdrawn = { slug: string; outcome: 'withdrawn' | 'already' };

/** Leaves a course and frees the seat. Every receipt of the work done stays. Asking twice is once. */
export const withdraw = operation({
  name: 'withdraw',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  subject: (db, { slug }, actor) => lockEnrollment(db, slug, actor.userId),
  allow: isOwn,
  async run({ db, actor, input: { slug }, subject: enrollment }): Promise<Withdrawn> {
    const { id, state, courseId, editionId } = enrollment;
    if (state === 'withdrawn') return { slug, outcome: 'already' };
    const to = nextState('withdraw', state);
    if (to === null) throw new Refused('not-from-this-state');
    await setEnrollmentState(db, { id, from: state, to });
    if (holdsSeat(state)) await freeSeat(db, courseId);
    await recordEnrollmentEvent(db, { enrollmentId: id, from: state, to, editionId, actorId: actor.userId });
    return { slug, outcome: 'withdrawn' };
  },
  audit: ({ input, subject, output }) =>
    output.outcome === 'already'
      ? null
      : { object: `enrollment:${subject.id}`, detail: { course: input.slug } },
});
