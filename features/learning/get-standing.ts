import * as z from 'zod';
import { cohortOfEnrollment } from '@/db/queries/cohorts';
import { canSeeStanding } from '@/rules/access';
import { operation } from '@/server/operation';
import { hasClaimLog } from './claims/place';
import { placeInCourse, slugInput } from './place';
import { courseProgress, syllabusOf } from './syllabus';

/** A learner's standing in a course: what is done, what is missing and why, where to go on. */
export const getStanding = operation({
  name: 'get-standing',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ course: slugInput }),
  subject: (db, { course }, actor) => placeInCourse(db, course, actor),
  allow: canSeeStanding,
  async run({ db, subject: place }) {
    const { enrollmentId, mayLearn } = place;
    return {
      /** Whom to ask: the addresses of instructors are for who learns with them. */
      ownCohort: enrollmentId !== null && mayLearn ? await cohortOfEnrollment(db, enrollmentId) : null,
      ...courseProgress(place),
      summary: place.edition.manifest.summary,
      edition: place.edition.number,
      enrolled: place.enrollmentId !== null,
      claimLog: hasClaimLog(place.edition),
      state: place.state,
      startsAt: place.validFrom !== null && place.validFrom > place.now ? place.validFrom : null,
      endsAt: place.validUntil,
      zone: place.zone,
      modules: syllabusOf(place),
    };
  },
});
