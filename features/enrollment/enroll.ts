import * as z from 'zod';
import { courseForViewer } from '@/db/queries/courses';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { consume } from '@/db/queries/rate-limits';
import { isPublished } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import { wayIn } from '@/rules/enrollment/enrollment-terms';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { reasonInput } from './input';
import { settle } from './settle';

type Enrolled = {
  slug: string;
  enrollmentId: string | null;
  /**
   * `already`: the person was in before, or was quicker in another tab. A wrong key is an answer and no
   * refusal, which would roll the count of tries back.
   */
  outcome: 'enrolled' | 'again' | 'requested' | 'waiting' | 'already' | 'wrong-key' | 'too-many-tries';
};

/** Tries at keys of one person within a quarter of an hour. */
const keyTries = 20;

const outcomes: Partial<Record<EnrollmentState, Enrolled['outcome']>> = {
  active: 'enrolled',
  requested: 'requested',
  waitlisted: 'waiting',
};

/**
 * Enrolls the person themselves by the terms of the course or of one of its cohorts, pinned to the edition
 * that is current there: at once, by asking, or on the waitlist. Asking twice is one enrollment. Coming back
 * after a withdrawal opens the same enrollment again, with its edition and its work.
 */
export const enroll = operation({
  name: 'enroll',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    slug: z.string().max(200).regex(courseSlugForm),
    cohort: z.uuid().optional(),
    key: z.string().max(200).optional(),
    /** Why, where somebody approves. */
    reason: reasonInput.optional(),
  }),
  async subject(db, { slug }, actor) {
    const course = await courseForViewer(db, slug, actor.userId);
    return course && { ...course, published: course.editionId !== null };
  },
  allow: isPublished,
  async run({
    db,
    actor,
    input: { cohort: cohortId, key, reason },
    subject: course,
    now,
  }): Promise<Enrolled> {
    const { slug } = course;
    const state = course.enrollment?.state ?? 'none';
    const scopes = await enrollmentScopes(db, course.id);
    const scope = cohortId ? scopes?.cohorts.find(({ id }) => id === cohortId) : scopes?.course;
    if (!scopes || !scope) throw new NotFound('no such cohort');
    const { email, emailConfirmed } = actor;
    const terms = { ...scope.terms, archivedAt: scope.terms.archivedAt ?? scopes.course.terms.archivedAt };
    const way = wayIn(terms, { signedIn: true, email, emailConfirmed, state }, now);
    if (way.refusal === 'already-enrolled') return { slug, enrollmentId: null, outcome: 'already' };
    if (way.action === null) throw new Refused(way.refusal);
    if (terms.policy === 'key') {
      const typed = key?.normalize('NFC').trim() ?? '';
      if (typed === '') throw new InvalidInput({ key: 'Enter the key. Whoever sent you here has it.' });
      if (!(await consume(db, `enroll-key:${actor.userId}`, keyTries, 15 * 60)))
        return { slug, enrollmentId: null, outcome: 'too-many-tries' };
      if (typed !== scope.key) return { slug, enrollmentId: null, outcome: 'wrong-key' };
    }
    const move = { userId: actor.userId, action: way.action, cohortId: cohortId ?? null, reason };
    const [settled] = await settle(db, [move], { scopes, by: 'learner', actorId: actor.userId, now });
    // The same person was quicker in another tab, and wanted the same.
    if (!settled || settled.refusal === 'changed-meanwhile' || settled.refusal === 'not-from-this-state')
      return { slug, enrollmentId: null, outcome: 'already' };
    if (settled.refusal) throw new Refused(settled.refusal);
    const outcome = outcomes[settled.to as EnrollmentState] ?? 'enrolled';
    const again = outcome === 'enrolled' && settled.from !== 'none';
    return { slug, enrollmentId: settled.enrollmentId, outcome: again ? 'again' : outcome };
  },
  audit: ({ input, output }) =>
    output.enrollmentId === null
      ? null
      : {
          object: `enrollment:${output.enrollmentId}`,
          detail: {
            course: input.slug,
            outcome: output.outcome,
            ...(input.cohort && { cohort: input.cohort }),
          },
        },
});
