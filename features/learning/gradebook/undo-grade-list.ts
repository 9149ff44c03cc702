import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { gradeListCounts, gradesOfList, type ListedGrade } from '@/db/queries/grade-lists';
import { lockEnrollments } from '@/db/queries/gradebook';
import { type GradeChange, type GradeRow, lockGrades } from '@/db/queries/grading';
import { type Actor, canGrade } from '@/rules/access';
import { grouped } from '@/rules/grouped';
import { operation } from '@/server/operation';
import { snapshotOf } from '../grading/changed-grade';
import { writeGrades } from '../grading/write-grades';
import { courseInput, inCourse } from '../in-course';
import { gradesAtOnce } from './apply-grades';

export const listInput = { ...courseInput, list: z.uuid() };

/** Subject of what concerns one list of grades: it must be of this very course. */
export async function listOfCourse(
  db: Db,
  { course: slug, list }: { course: string; list: string },
  actor: Actor,
) {
  const course = await inCourse(db, { course: slug }, actor);
  const counts = course && (await gradeListCounts(db, course.id, list));
  return course && counts ? { ...course, counts } : null;
}

const everyGrade = 1_000_000;
const nothing = { raw: null, final: null, override: null, released: false };

/** A grade as it was before the list. */
function restored(row: GradeRow, { before, reasonBefore }: ListedGrade): GradeChange {
  const { enrollmentId, itemId, editionId, attemptId, rule } = row;
  const after = before ?? nothing;
  const overrideReason = after.override === null ? '' : reasonBefore;
  const same = { enrollmentId, itemId, editionId, attemptId, rule, overrideReason };
  return { ...same, before: snapshotOf(row), after };
}

/** Takes a list back: every grade that has not moved on since is as it was before; the others stay, and are named. */
export const undoGradeList = operation({
  name: 'undo-grade-list',
  kind: 'write',
  by: 'person',
  input: z.strictObject(listInput),
  subject: listOfCourse,
  allow: canGrade,
  async run({ db, actor, input: { list }, subject: course }) {
    const first = await gradesOfList(db, course.id, list, everyGrade);
    const ids = [...new Set(first.map(({ enrollmentId }) => enrollmentId))];
    await lockEnrollments(db, ids);
    // Read again now that nobody grades them.
    const standing = (await gradesOfList(db, course.id, list, everyGrade)).filter(({ stands }) => stands);
    const changes: GradeChange[] = [];
    for (const [itemId, own] of grouped(standing, (row) => row.itemId)) {
      const rows = await lockGrades(
        db,
        own.map(({ enrollmentId }) => enrollmentId),
        itemId,
      );
      for (const listed of own) {
        const row = rows.get(listed.enrollmentId);
        if (row) changes.push(restored(row, listed));
      }
    }
    changes.sort((a, b) => (a.enrollmentId < b.enrollmentId ? -1 : 1));
    const deed = {
      action: 'restored' as const,
      actorId: actor.userId,
      reason: course.counts.reason === '' ? 'A list was taken back.' : `Taken back: ${course.counts.reason}`,
      batchId: randomUUID(),
    };
    for (let at = 0; at < changes.length; at += gradesAtOnce)
      await writeGrades(db, changes.slice(at, at + gradesAtOnce), deed);
    return { restored: changes.length, left: first.length - changes.length };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { course: input.course, list: input.list, ...output },
  }),
});
