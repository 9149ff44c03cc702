import type { Db } from '@/db/client';
import { setRosterPlanned } from '@/db/queries/rosters';
import type { RosterReading } from '@/rules/enrollment/roster';
import type { ColumnMap } from '@/rules/enrollment/roster-columns';
import type { KnownCourse } from '@/rules/enrollment/roster-plan';
import { addLeaving } from './add-leaving';
import type { ListPlan } from './plan-list';

type Finished = {
  rosterId: string;
  courseId: string;
  course: KnownCourse;
  sync: boolean;
  heads: readonly string[];
  columns: ColumnMap;
  reading: RosterReading;
  rowCount: number;
  lastLine: number;
};

/** Adds who is missing where a list is kept in step with its source, and writes what the list comes to. */
export async function finishPlan(db: Db, list: ListPlan, finished: Finished): Promise<void> {
  const { rosterId, courseId, course, sync, heads, columns, reading, rowCount, lastLine } = finished;
  const { cohortId, source } = course;
  const compared =
    sync && source !== null
      ? await addLeaving(db, { rosterId, courseId, cohortId, source }, list, lastLine)
      : undefined;
  await setRosterPlanned(db, rosterId, {
    cohortId,
    source,
    sync,
    heads: [...heads],
    columns,
    rowCount,
    outcomes: list.outcomes,
    reading: { ...reading, seats: list.seats, compared },
  });
}
