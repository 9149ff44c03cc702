import * as z from 'zod';
import { courseForViewer } from '@/db/queries/courses';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { isOwn } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { operation, Refused } from '@/server/operation';
import { settle } from './settle';

type Withdrawn = { slug: string; outcome: 'withdrawn' | 'already' };

/**
 * Leaves a course, its waitlist, or a request for it, and frees the seat. Every receipt of the work done
 * stays. Asking twice is once.
 */
export const withdraw = operation({
  name: 'withdraw',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  async subject(db, { slug }, actor) {
    const course = await courseForViewer(db, slug, actor.userId);
    return course?.enrollment
      ? { id: course.enrollment.id, courseId: course.id, ownerId: actor.userId }
      : null;
  },
  allow: isOwn,
  async run({ db, actor, input: { slug }, subject, now }): Promise<Withdrawn> {
    const scopes = await enrollmentScopes(db, subject.courseId);
    if (!scopes) throw new Error('the course of an enrollment exists');
    const move = { userId: actor.userId, action: 'withdraw' } as const;
    const [settled] = await settle(db, [move], { scopes, by: 'learner', actorId: actor.userId, now });
    if (settled?.refusal && settled.from === 'withdrawn') return { slug, outcome: 'already' };
    if (settled?.refusal) throw new Refused(settled.refusal);
    return { slug, outcome: 'withdrawn' };
  },
  audit: ({ input, subject, output }) =>
    output.outcome === 'already'
      ? null
      : { object: `enrollment:${subject.id}`, detail: { course: input.slug } },
});
