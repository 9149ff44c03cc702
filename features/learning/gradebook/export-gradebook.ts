import * as z from 'zod';
import { canReadContacts, canReadGrades } from '@/rules/access';
import { itemHead } from '@/rules/grading/grade-list';
import { viewQuery } from '@/rules/tables/table-view';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { gradebookNow } from './items';
import { queryInput } from './list-gradebook';

/** What stands between the key and the label of a column; no title of an item has it. */
export const columnGap = '\n';

/**
 * Begins an export of the grades of a course and leaves in the audit log what was taken away, by which filter.
 * Addresses and outside ids are in it for who may see them.
 */
export const exportGradebook = operation({
  name: 'export-gradebook',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject({ ...courseInput, query: queryInput }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input: { course: slug }, subject: course }) {
    const { items } = await gradebookNow(db, course.id, course.currentEditionId);
    const contacts = canReadContacts(actor, course);
    const columns: [string, string][] = [
      ['enrollment', 'Enrollment'],
      ...(contacts
        ? ([
            ['externalId', 'External id'],
            ['email', 'E-mail'],
          ] as [string, string][])
        : []),
      ['name', 'Name'],
      ['cohort', 'Cohort'],
      ...items.map((item): [string, string] => [`item ${item.id}`, itemHead(item)]),
      ['total', 'So far'],
      ['passed', 'Passed'],
    ];
    return { name: `${slug}-grades`, columns: columns.map((column) => column.join(columnGap)) };
  },
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { course: input.course, filter: viewQuery(new URLSearchParams(input.query)) },
  }),
});
