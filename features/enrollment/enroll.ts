import * as z from 'zod';
import { courseForViewer } from '@/db/queries/courses';
import {
  recordEnrollment,
  recordEnrollmentEvent,
  setEnrollmentState,
  takeSeat,
} from '@/db/queries/enrollments';
import { isPublished } from '@/rules/access';
import { courseSlugForm } from '@/rules/course-slug';
import { nextState, selfEnrollRefusal } from '@/rules/enrollment';
import { operation, Refused } from '@/server/operation';

type Enrolled = { slug: string; enrollmentId: string | null; outcome: 'enrolled' | 'again' | 'already' };

/**
 * Enrolls the person themselves, pinned to the current edition. Asking twice is one enrollment. Coming
 * back after a withdrawal opens the same enrollment again, with its edition and its work.
 */
export const enroll = operation({
  name: 'enroll',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  async subject(db, { slug }, actor) {
    const course = await courseForViewer(db, slug, actor.userId);
    return course && { ...course, published: course.editionId !== null };
  },
  allow: isPublished,
  async run({ db, actor, subject: course, now }): Promise<Enrolled> {
    const { enrollment, editionId, slug } = course;
    const state = enrollment?.state ?? 'none';
    const already: Enrolled = { slug, enrollmentId: null, outcome: 'already' };
    const who = { signedIn: true, emailConfirmed: actor.emailConfirmed, state } as const;
    const refusal = selfEnrollRefusal(course.terms, who, now);
    if (refusal === 'already-enrolled') return already;
    if (refusal) throw new Refused(refusal);
    const to = nextState('enroll', state);
    if (to === null || editionId === null) throw new Refused('not-from-this-state');

    // First the enrollment, then the seat: withdrawing locks in the same order, so neither waits for the other.
    const stored = enrollment
      ? await setEnrollmentState(db, { id: enrollment.id, from: enrollment.state, to })
      : await recordEnrollment(db, { courseId: course.id, userId: actor.userId, editionId, state: to });
    // The same person was quicker in another tab, and wanted the same.
    if (!stored) return already;
    if (!(await takeSeat(db, course.id))) throw new Refused('course-full');
    await recordEnrollmentEvent(db, {
      enrollmentId: stored.id,
      from: enrollment?.state ?? null,
      to,
      editionId: stored.editionId,
      actorId: actor.userId,
    });
    return { slug, enrollmentId: stored.id, outcome: enrollment ? 'again' : 'enrolled' };
  },
  audit: ({ input, output }) =>
    output.enrollmentId === null
      ? null
      : {
          object: `enrollment:${output.enrollmentId}`,
          detail: { course: input.slug, outcome: output.outcome },
        },
});
