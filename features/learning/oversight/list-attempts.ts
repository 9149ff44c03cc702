import * as z from 'zod';
import { attemptRows, countAttempts } from '@/db/queries/quiz-attempts';
import { canGrade, canReadGrades } from '@/rules/access';
import { attemptState, readAttemptsView } from '@/rules/assessment/attempts-filter';
import { shownPercent } from '@/rules/grading/grades';
import { pageOf, placeText, rowsPerPage, turnsOf } from '@/rules/tables/table-view';
import { type OutputOf, operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { duesOf, quizInput, tableQuery } from './in-quiz';
import { quizOf } from './quiz';

const percent = (share: number | null): string | null => (share === null ? null : shownPercent(share));

/** The attempts at a quiz, filtered and sorted as the address says, a page at a time. */
export const listAttempts = operation({
  name: 'list-attempts',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...quizInput, query: tableQuery }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input: { lesson, query }, subject: course }) {
    const { quiz } = await quizOf(db, course, lesson);
    const view = readAttemptsView(query);
    const { filter, order } = view;
    const scope = { courseId: course.id, lessonId: lesson };
    const dues = await duesOf(db, scope);
    const total = await countAttempts(db, filter, { ...scope, dues });
    const found = await attemptRows(db, filter, order, { ...scope, dues, limit: rowsPerPage + 1 });
    const { page, way } = pageOf(found, order);
    const rows = page.map(({ key, rawShare, share, releasedAt, submittedAt, toMark, ...row }) => ({
      ...row,
      submittedAt,
      state: attemptState(submittedAt, toMark, releasedAt),
      /** In percent: as it was marked, and with corrections and what being late took. */
      raw: percent(rawShare),
      result: percent(share),
      place: placeText({ key, id: row.id }),
    }));
    return {
      quiz: { id: quiz.id, title: quiz.title },
      view,
      rows,
      total,
      turns: turnsOf(query, rows, way),
      mayGrade: canGrade(actor, course),
    };
  },
});

export type ListedAttempt = OutputOf<typeof listAttempts>['rows'][number];
