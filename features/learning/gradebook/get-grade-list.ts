import * as z from 'zod';
import { gradesOfList } from '@/db/queries/grade-lists';
import { canGrade } from '@/rules/access';
import { exactPercent } from '@/rules/grading/percent';
import { type OutputOf, operation } from '@/server/operation';
import { gradebookNow } from './items';
import { listInput, listOfCourse } from './undo-grade-list';

const mostShown = 500;
const shown = (share: number | null): string => (share === null ? 'none' : `${exactPercent(share)} %`);

/** A list of grades that was taken in: what it set, and what became of each. */
export const getGradeList = operation({
  name: 'get-grade-list',
  kind: 'read',
  by: 'person',
  input: z.strictObject(listInput),
  subject: listOfCourse,
  allow: canGrade,
  async run({ db, input: { list }, subject: course }) {
    const { counts } = course;
    const { items } = await gradebookNow(db, course.id, course.currentEditionId);
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const rows = await gradesOfList(db, course.id, list, mostShown);
    return {
      id: list,
      at: new Date(counts.at).toISOString(),
      by: counts.by,
      reason: counts.reason,
      all: counts.all,
      stand: counts.stand,
      restored: counts.restored,
      movedOn: counts.all - counts.stand - counts.restored,
      rows: rows.map(({ enrollmentId, itemId, name, before, after, stands, restored }) => ({
        enrollmentId,
        itemId,
        name,
        item: titles.get(itemId) ?? itemId,
        before: shown(before ? (before.override ?? before.final) : null),
        after: shown(after.override ?? after.final),
        state: stands ? ('stands' as const) : restored ? ('restored' as const) : ('moved-on' as const),
      })),
    };
  },
});

export type GradeList = OutputOf<typeof getGradeList>;
