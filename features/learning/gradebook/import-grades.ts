import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { learnersOf } from '@/db/queries/grade-lists';
import { sharesOf } from '@/db/queries/gradebook';
import { canGrade, canReadContacts } from '@/rules/access';
import { changeWords, learnerKeys, type PlannedRow, planGrades } from '@/rules/grading/grade-list';
import { InvalidInput, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { reasonInput } from '../reason';
import { applyGrades } from './apply-grades';
import { gradebookNow } from './items';
import { readGradeList } from './read-grade-list';

const mostShown = 200;

type ShownRow = { line: number; name: string; changes: string[]; problems: PlannedRow['problems'] };
export type ListPreview = {
  rows: number;
  willSet: number;
  grades: number;
  already: number;
  rejected: number;
  unknown: string[];
  setting: ShownRow[];
  wrong: ShownRow[];
};
export type ListOutcome =
  | { applied: false; previewed: string; preview: ListPreview }
  | { applied: true; batch: string; grades: number };

/** Grades of learners in some items by learner and item, in queries that do not grow with the items. */
async function sharesBy(db: Db, enrollmentIds: readonly string[], itemIds: readonly string[]) {
  const shares = new Map<string, number | null>();
  for (let at = 0; at < enrollmentIds.length; at += 1_000)
    for (const { enrollmentId, itemId, share } of await sharesOf(
      db,
      enrollmentIds.slice(at, at + 1_000),
      itemIds,
    ))
      shares.set(`${enrollmentId} ${itemId}`, share);
  return (enrollmentId: string, itemId: string) => shares.get(`${enrollmentId} ${itemId}`) ?? null;
}

/**
 * Sets many grades by a list, in two steps: a dry run of every row, and then exactly what it showed, as one batch
 * that can be undone. Where grades have changed since the dry run, it is shown again.
 */
export const importGrades = operation({
  name: 'import-grades',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    text: z.string().max(4_000_000, 'This list is too long: take in some columns of it at a time.'),
    reason: reasonInput,
    previewed: z.string().max(100),
  }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { text, reason, previewed }, subject: course }): Promise<ListOutcome> {
    const { items } = await gradebookNow(db, course.id, course.currentEditionId);
    const list = readGradeList(text, items);
    if ('problem' in list) throw new InvalidInput({ text: list.problem });
    const everybody = await learnersOf(db, course.id);
    const contacts = canReadContacts(actor, course);
    const learners = new Map(
      everybody.flatMap((learner) => learnerKeys(learner, contacts).map((key) => [key, learner] as const)),
    );
    const shareOf = await sharesBy(
      db,
      everybody.map(({ id }) => id),
      list.columns.flatMap((column) => (column?.is === 'item' ? [column.id] : [])),
    );
    const plan = planGrades(list.records, { ...list, learners, shareOf });
    const changed = plan.filter(({ outcome }) => outcome === 'will-set');
    const ruled = new Set(items.filter(({ kind }) => kind !== 'column').map(({ id }) => id));
    if (reason === '' && changed.some(({ sets }) => sets.some(({ itemId }) => ruled.has(itemId))))
      throw new InvalidInput({
        reason: 'Say why: what was handed in gets another grade, and learners will read it.',
      });
    const sign = createHash('sha256')
      .update(JSON.stringify([reason, plan]))
      .digest('hex')
      .slice(0, 24);
    if (previewed === sign && changed.length > 0) {
      const batch = randomUUID();
      const deed = { actorId: actor.userId, reason, batchId: batch };
      return { applied: true, batch, grades: await applyGrades(db, { items, rows: changed, deed }) };
    }
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const shown = (row: PlannedRow): ShownRow => ({
      line: row.line,
      name: row.learner?.name ?? '',
      changes: row.sets.map(
        ({ itemId, before, share }) => `${titles.get(itemId)}: ${changeWords(before, share)}`,
      ),
      problems: row.problems,
    });
    const wrong = plan.filter(({ outcome }) => outcome === 'rejected');
    return {
      applied: false,
      previewed: sign,
      preview: {
        rows: plan.length,
        willSet: changed.length,
        grades: changed.reduce((sum, { sets }) => sum + sets.length, 0),
        already: plan.length - changed.length - wrong.length,
        rejected: wrong.length,
        unknown: list.unknown,
        setting: changed.slice(0, mostShown).map(shown),
        wrong: wrong.slice(0, mostShown).map(shown),
      },
    };
  },
  audit: ({ input, output }) =>
    output.applied
      ? {
          object: `course:${input.course}`,
          detail: { course: input.course, batch: output.batch, grades: output.grades },
        }
      : null,
});
