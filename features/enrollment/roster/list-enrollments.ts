import * as z from 'zod';
import { coursesToChoose } from '@/db/queries/roster';
import { canExportPeople, canManageEnrollments, canReadEnrollments } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { siteInput } from './place';
import { rosterPage } from './roster-page';

/** Everybody's enrollments in every course, filtered and sorted as the address says, a page at a time. */
export const listEnrollments = operation({
  name: 'list-enrollments',
  kind: 'read',
  by: 'person',
  input: z.strictObject(siteInput),
  subject: noSubject,
  allow: canReadEnrollments,
  async run({ db, actor, input: { query }, now }) {
    const page = await rosterPage(db, query, 'site', { courseId: null, contacts: true, now });
    return {
      ...page,
      courses: await coursesToChoose(db),
      mayManage: canManageEnrollments(actor, {}),
      mayExport: canExportPeople(actor, {}),
    };
  },
});
