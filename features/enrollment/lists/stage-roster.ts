import * as z from 'zod';
import { recordRoster, recordRosterRows, sweepRosters } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import { rosterChunk, rosterLimits } from '@/rules/enrollment/roster';
import { type ColumnMap, recogniseColumns } from '@/rules/enrollment/roster-columns';
import { shownText } from '@/rules/enrollment/roster-plan';
import type { CsvRecord } from '@/rules/files/csv';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { choicesInput, knownCourse } from './choices';
import { finishPlan } from './finish-plan';
import { ListRefused } from './list-refused';
import type { OpenList } from './open-list';
import { headOf, planList } from './plan-list';

/** Opened by this process: never by a client. */
const openedInput = z.custom<OpenList>((value) => {
  const given = value as Partial<OpenList> | null | undefined;
  return typeof given?.name === 'string' && Symbol.asyncIterator in (given.records ?? {});
});

const widest = 100;
const sampleRows = 50;

/** Records in chunks of one size, however they arrive; the first is what the columns are recognised by. */
async function* inChunks(records: AsyncIterable<CsvRecord[]>): AsyncGenerator<CsvRecord[], void> {
  let waiting: CsvRecord[] = [];
  for await (const some of records) {
    for (const record of some) {
      if (record.cells.length > widest) throw new ListRefused('too-wide');
      waiting.push(record);
      if (waiting.length < rosterChunk) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

/**
 * The dry run of a list: what committing it would do with each of its rows. Nobody is enrolled. All of it is
 * one transaction, so that no half of a list is ever there; rows are read, planned and stored in chunks, so
 * that memory does not grow with the list.
 */
export const stageRoster = operation({
  name: 'stage-roster',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, ...choicesInput, list: openedInput }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, actor, input: { list, ...choices }, subject, now }) {
    await sweepRosters(db);
    const source = choices.source ?? list.source;
    const course = await knownCourse(db, subject, { ...choices, source }, now);
    const { cohortId } = course;
    const { sync } = choices;
    const courseId = subject.id;
    const name = shownText(list.name).trim().slice(0, 200) || 'List';
    const createdBy = actor.userId;
    const rosterId = await recordRoster(db, { courseId, cohortId, source, sync, createdBy, name });

    let plan: ReturnType<typeof planList> | null = null;
    let heads: readonly string[] = [];
    let columns: ColumnMap = [];
    let rowCount = 0;
    let lastLine = 0;
    for await (const chunk of inChunks(list.records)) {
      let records = chunk;
      if (plan === null) {
        const sample = records.slice(0, sampleRows).map(({ cells }) => cells);
        const recognised = list.form ? null : recogniseColumns(sample);
        columns = list.form?.columns ?? recognised?.columns ?? [];
        heads = list.form?.heads ?? [];
        const [first, ...rest] = records;
        if (recognised?.hasHeads && first) {
          const row = headOf(first);
          heads = row.cells;
          await recordRosterRows(db, rosterId, [row]);
          records = rest;
        }
        plan = planList(db, { courseId, course, columns, reading: list.reading });
      }
      rowCount += records.length;
      if (rowCount > rosterLimits.rows) throw new ListRefused('too-many-rows');
      await recordRosterRows(db, rosterId, await plan.plan(records));
      lastLine = chunk.at(-1)?.line ?? lastLine;
    }
    if (plan === null || rowCount === 0) throw new ListRefused('no-rows');
    const { reading } = list;
    const finished = { rosterId, courseId, course, sync, heads, columns, reading, rowCount, lastLine };
    await finishPlan(db, plan, finished);
    return { id: rosterId, rows: rowCount };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { roster: output.id, rows: output.rows },
  }),
});
