import * as z from 'zod';
import { cohortsToChoose } from '@/db/queries/enrollment-details';
import { hasOldTotals } from '@/db/queries/gradebook';
import { countGradebook, gradebookRows, shownGrades } from '@/db/queries/gradebook-table';
import { canGrade, canReadContacts, canReadGrades } from '@/rules/access';
import { readGradebookView } from '@/rules/grading/gradebook-filter';
import { shownPercent } from '@/rules/grading/grades';
import { grouped } from '@/rules/grouped';
import { pageOf, placeText, rowsPerPage, turnsOf } from '@/rules/tables/table-view';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { gradebookNow } from './items';

/** The query of the address of a table: its filter, order and page. */
export const queryInput = z.string().max(16_000);

/** Learners of a course with their grades in every item, filtered and sorted as the address says, a page at a time. */
export const listGradebook = operation({
  name: 'list-gradebook',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, query: queryInput }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input: { query }, subject: course }) {
    const view = readGradebookView(query);
    const { filter, order } = view;
    const gradebook = await gradebookNow(db, course.id, course.currentEditionId);
    const total = await countGradebook(db, filter, course.id);
    const found = await gradebookRows(db, filter, order, { courseId: course.id, limit: rowsPerPage + 1 });
    const { page, way } = pageOf(found, order);
    const shown = await shownGrades(
      db,
      page.map(({ id }) => id),
    );
    const byLearner = grouped(shown, ({ enrollmentId }) => enrollmentId);
    const rows = page.map(({ id, name, cohort, share, passed, key }) => ({
      id,
      name,
      cohort,
      total: share === null ? null : shownPercent(share),
      passed,
      place: placeText({ key, id }),
      grades: Object.fromEntries(
        (byLearner.get(id) ?? []).flatMap(({ itemId, share: of, overridden, released }) =>
          of === null ? [] : [[itemId, { percent: shownPercent(of), overridden, released }] as const],
        ),
      ),
    }));
    return {
      view,
      items: gradebook.items.map(({ id, title, points, required, gone }) => ({
        id,
        title,
        points,
        required,
        gone,
      })),
      /** Totals are being made anew, and some are as they were before. */
      renewing: await hasOldTotals(db, course.id, gradebook.edition),
      pass: gradebook.settings.pass,
      rows,
      total,
      turns: turnsOf(query, rows, way),
      cohorts: await cohortsToChoose(db, course.id),
      contacts: canReadContacts(actor, course),
      mayGrade: canGrade(actor, course),
    };
  },
});

export type GradebookPage = OutputOf<typeof listGradebook>;
