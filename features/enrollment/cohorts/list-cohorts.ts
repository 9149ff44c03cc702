import * as z from 'zod';
import { cohortInstructors, cohortsOf } from '@/db/queries/cohorts';
import { canManageCohorts, canReadRoster } from '@/rules/access';
import { runState } from '@/rules/enrollment/enrollment-words';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** The cohorts of a course with their dates, seats and who waits. */
export const listCohorts = operation({
  name: 'list-cohorts',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canReadRoster,
  async run({ db, actor, subject: course, now }) {
    const rows = await cohortsOf(db, course.id);
    const staff = await cohortInstructors(
      db,
      rows.map(({ id }) => id),
    );
    return {
      slug: course.slug,
      mayManage: canManageCohorts(actor, course),
      cohorts: rows.map(({ id, name, zone, startsAt, terms }) => ({
        id,
        name,
        zone,
        startsAt,
        endsAt: terms.endsAt,
        state: runState({ ...terms, startsAt }, now),
        seats: terms.seats,
        seatsTaken: terms.seatsTaken,
        waiting: terms.waiting,
        instructors: staff.filter(({ cohortId }) => cohortId === id).map((person) => person.name),
      })),
    };
  },
});

export type ListedCohort = OutputOf<typeof listCohorts>['cohorts'][number];
