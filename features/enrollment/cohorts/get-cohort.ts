import * as z from 'zod';
import { cohortInstructors } from '@/db/queries/cohorts';
import { editionsOf } from '@/db/queries/editions';
import { staffOf } from '@/db/queries/staff';
import { canManageCohorts, canManageRoster, canReadRoster } from '@/rules/access';
import { shownTerms } from '@/rules/enrollment/enrollment-settings';
import { runState, termsInWords } from '@/rules/enrollment/enrollment-words';
import { type OutputOf, operation } from '@/server/operation';
import { inCohort } from './in-cohort';
import { cohortInput } from './input';

/** A cohort: what learners read of it, who teaches it, and for who may change it, its form. */
export const getCohort = operation({
  name: 'get-cohort',
  kind: 'read',
  by: 'person',
  input: z.strictObject(cohortInput),
  subject: inCohort,
  allow: canReadRoster,
  async run({ db, actor, subject: { course, cohort }, now }) {
    const mayManage = canManageCohorts(actor, course);
    const { id, name, zone, version, edition, startsAt, key } = cohort;
    const terms = { ...cohort.terms, startsAt, key };
    const [instructors, editions, staff] = await Promise.all([
      cohortInstructors(db, [id]),
      mayManage ? editionsOf(db, course.id) : [],
      mayManage ? staffOf(db, course.id) : [],
    ]);
    return {
      slug: course.slug,
      id,
      name,
      zone,
      version,
      edition,
      state: runState(terms, now),
      told: termsInWords(terms, zone, now),
      startsAt,
      endsAt: terms.endsAt,
      seats: terms.seats,
      seatsTaken: terms.seatsTaken,
      waiting: terms.waiting,
      archived: terms.archivedAt !== null,
      mayManage,
      mayManageRoster: canManageRoster(actor, course),
      /** The key is for who passes it on. */
      form: mayManage ? shownTerms(terms, zone) : null,
      instructors: instructors.map(({ cohortId: _cohort, ...person }) => person),
      /** Who could teach it too: the people of the course. */
      candidates: staff
        .filter(({ userId, suspended }) => !suspended && !instructors.some((one) => one.userId === userId))
        .map(({ userId, name: person }) => ({ userId, name: person })),
      editions: editions.map(({ number, publishedAt, title }) => ({ number, publishedAt, title })),
    };
  },
});

export type Cohort = OutputOf<typeof getCohort>;
