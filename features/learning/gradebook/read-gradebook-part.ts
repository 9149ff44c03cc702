import * as z from 'zod';
import { gradebookRows, shownGrades } from '@/db/queries/gradebook-table';
import { canReadContacts, canReadGrades } from '@/rules/access';
import { readGradebookView } from '@/rules/grading/gradebook-filter';
import { exactPercent } from '@/rules/grading/percent';
import { grouped } from '@/rules/grouped';
import { placeText } from '@/rules/tables/table-view';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { queryInput } from './list-gradebook';

export type ExportedLearner = { place: string; values: Record<string, string | null> };

/** One part of an export of grades: exactly what the table with this query shows, in its order. */
export const readGradebookPart = operation({
  name: 'read-gradebook-part',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, query: queryInput, limit: z.int().min(1).max(5_000) }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input: { query, limit }, subject: course }): Promise<ExportedLearner[]> {
    const { filter, order } = readGradebookView(query);
    const contacts = canReadContacts(actor, course);
    const rows = await gradebookRows(db, filter, order, { courseId: course.id, limit });
    const shown = await shownGrades(
      db,
      rows.map(({ id }) => id),
    );
    const byLearner = grouped(shown, ({ enrollmentId }) => enrollmentId);
    return rows.map(({ id, key, name, cohort, email, externalId, share, passed }) => ({
      place: placeText({ key, id }),
      values: {
        enrollment: id,
        ...(contacts ? { email, externalId } : {}),
        name,
        cohort,
        total: share === null ? null : exactPercent(share),
        passed: passed ? 'yes' : 'no',
        ...Object.fromEntries(
          (byLearner.get(id) ?? []).map(({ itemId, share: of }) => [
            `item ${itemId}`,
            of === null ? null : exactPercent(of),
          ]),
        ),
      },
    }));
  },
});
