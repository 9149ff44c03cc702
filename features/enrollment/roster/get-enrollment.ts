import * as z from 'zod';
import type { Db } from '@/db/client';
import { studioCourse } from '@/db/queries/drafts';
import { cohortsToChoose, enrollmentInCourse, historyOf } from '@/db/queries/enrollment-details';
import { blocksDoneIn, editionSizes } from '@/db/queries/roster';
import { type Actor, canManageRoster, canReadContacts, canReadRoster } from '@/rules/access';
import { actionDone } from '@/rules/enrollment/enrollment-moves';
import { effectiveState } from '@/rules/enrollment/enrollment-terms';
import { offeredActions } from '@/rules/enrollment/roster-actions';
import { percent } from '@/rules/learning/progress';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput } from '../in-course';

export const enrollmentInput = { ...courseInput, enrollment: z.uuid() };

/** Subject of what is about one enrollment of a course: the course and it, or nothing. */
export async function enrollmentOfCourse(
  db: Db,
  { course: slug, enrollment }: { course: string; enrollment: string },
  actor: Actor,
) {
  const course = await studioCourse(db, slug, actor.userId);
  const found = course && (await enrollmentInCourse(db, course.id, enrollment));
  return found ? { ...course, enrollment: found } : null;
}

/** One enrollment with who it is of, how far they are, all that happened to it, and what can be done now. */
export const getEnrollment = operation({
  name: 'get-enrollment',
  kind: 'read',
  by: 'person',
  input: z.strictObject(enrollmentInput),
  subject: enrollmentOfCourse,
  allow: canReadRoster,
  async run({ db, actor, subject: course, now }) {
    const { email, externalId, editionId, ...enrollment } = course.enrollment;
    const [size] = await editionSizes(db, [editionId]);
    const done = await blocksDoneIn(db, enrollment.id);
    const contacts = canReadContacts(actor, course);
    const mayManage = canManageRoster(actor, course);
    return {
      ...enrollment,
      email: contacts ? email : null,
      externalId: contacts ? externalId : null,
      /** As time has it, which the stored state may still be behind. */
      standing: effectiveState(enrollment, now),
      percent: percent(done, size?.blocks ?? 0),
      history: (await historyOf(db, enrollment.id)).map(({ actorId, ...event }) => ({
        ...event,
        done: event.action ? actionDone(event.action) : 'Changed',
        byLearner: actorId === enrollment.userId,
      })),
      cohorts: mayManage ? await cohortsToChoose(db, course.id) : [],
      actions: mayManage ? offeredActions([{ state: enrollment.state, people: 1 }]) : null,
    };
  },
});

export type EnrollmentDetails = OutputOf<typeof getEnrollment>;
