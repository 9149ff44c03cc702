import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { coursesOfLearner } from '@/db/queries/learning';
import { isSignedIn } from '@/rules/access';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import { effectiveState, mayLearn } from '@/rules/enrollment/enrollment-terms';
import { formatDeadline } from '@/rules/time/deadline';
import { noSubject, operation } from '@/server/operation';
import { type CourseProgress, courseProgress } from './syllabus';

/** A course with how far somebody is in it, and what stands between them and it where something does. */
export type MyCourse = CourseProgress & {
  state: EnrollmentState;
  cohort: string | null;
  /** Which one they are on the waitlist. */
  place: number | null;
  /** Until when an invitation can be taken, and when learning begins, in words with the zone. */
  until: string | null;
  begins: string | null;
  /** Whether a seat was offered and not taken in time. */
  lapsed: boolean;
};

/** The courses a person is in or waits for: what asks for an answer first, then the one last worked in. */
export const listMyLearning = operation({
  name: 'list-my-learning',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor }): Promise<{ courses: MyCourse[] }> {
    const rows = await coursesOfLearner(db, actor.userId);
    const courses = await Promise.all(
      rows.map(async (row): Promise<MyCourse[]> => {
        const edition = await editionById(db, row.editionId);
        if (!edition || row.state === null) return [];
        const { cohort, place, lapsed, validFrom, validUntil, zone, now } = row;
        const dates = { state: row.state, validFrom, validUntil };
        const state = effectiveState(dates, now);
        return [
          {
            ...courseProgress({ ...row, edition, mayLearn: mayLearn(dates, now) }),
            state,
            cohort,
            place,
            until: validUntil && state !== 'expired' ? formatDeadline(validUntil, zone) : null,
            begins: validFrom && validFrom > now ? formatDeadline(validFrom, zone) : null,
            lapsed,
          },
        ];
      }),
    );
    return { courses: courses.flat() };
  },
});
