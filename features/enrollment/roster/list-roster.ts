import * as z from 'zod';
import { cohortsTaughtBy } from '@/db/queries/cohorts';
import { cohortsToChoose } from '@/db/queries/enrollment-details';
import { sourcesOf } from '@/db/queries/roster';
import { canManageRoster, canReadContacts, canReadRoster } from '@/rules/access';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { rosterInput } from './place';
import { rosterPage } from './roster-page';

/** Everybody of a course, filtered and sorted as the address says, a page at a time. */
export const listRoster = operation({
  name: 'list-roster',
  kind: 'read',
  by: 'person',
  input: z.strictObject(rosterInput),
  subject: inCourse,
  allow: canReadRoster,
  async run({ db, actor, input: { query }, subject: course, now }) {
    const contacts = canReadContacts(actor, course);
    const page = await rosterPage(db, query, 'course', { courseId: course.id, contacts, now });
    const cohorts = await cohortsToChoose(db, course.id);
    const sources = await sourcesOf(db, course.id);
    return {
      ...page,
      cohorts,
      own: await cohortsTaughtBy(db, course.id, actor.userId),
      sources,
      contacts,
      mayManage: canManageRoster(actor, course),
    };
  },
});
