import * as z from 'zod';
import type { Db } from '@/db/client';
import { deleteSyncRows, lockRoster, rosterRowsAfter, setRosterRows } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import { rosterChunk } from '@/rules/enrollment/roster';
import { columnsProblem, isRosterColumn } from '@/rules/enrollment/roster-columns';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { choicesInput, knownCourse } from './choices';
import { finishPlan } from './finish-plan';
import { ofRoster, rosterInput } from './of-roster';
import { headOf, planList } from './plan-list';

const columnsInput = z
  .array(z.string().max(40))
  .max(200)
  .transform((columns) => columns.map((column) => (isRosterColumn(column) ? column : null)));

type Mapped = { rosterId: string; hasHeads: boolean; plan: ReturnType<typeof planList> };

/** Plans the rows that are stored anew. @returns how many there are, and the last line. */
async function planAgain(db: Db, { rosterId, hasHeads, plan }: Mapped) {
  let rowCount = 0;
  let heads: readonly string[] | null = null;
  for (let after = -1; ; ) {
    const stored = await rosterRowsAfter(db, rosterId, after, rosterChunk);
    let records = stored;
    if (hasHeads && heads === null && stored[0]) {
      heads = stored[0].cells;
      await setRosterRows(db, rosterId, [headOf(stored[0])]);
      records = stored.slice(1);
    }
    if (records.length > 0) await setRosterRows(db, rosterId, await plan.plan(records));
    rowCount += records.length;
    after = stored.at(-1)?.line ?? after;
    if (stored.length < rosterChunk) return { rowCount, lastLine: after, heads: heads ?? [] };
  }
}

/** Says what the columns of a list are and what holds for all of its rows, and makes its dry run anew. */
export const mapRoster = operation({
  name: 'map-roster',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...rosterInput,
    ...choicesInput,
    heads: z.literal('on').optional(),
    columns: columnsInput,
    /** Of an export of a school's system: the classes that count. */
    classes: z.array(z.string().max(2_000)).max(500).optional(),
  }),
  subject: ofRoster,
  allow: canManageRoster,
  async run({ db, input, subject, now }) {
    const { columns, classes } = input;
    const { roster, id: courseId } = subject;
    if (roster.batchId !== null) throw new Refused('roster-committed');
    if (!(await lockRoster(db, roster.id))) throw new Refused('roster-busy');
    const problem = columnsProblem(columns);
    if (problem) throw new InvalidInput({ columns: problem });
    if (columns.length !== roster.columns.length) throw new InvalidInput({ columns: 'Reload the page.' });
    const course = await knownCourse(db, subject, input, now);
    const { oneRoster } = roster.reading;
    if (oneRoster && classes?.length === 0) throw new InvalidInput({ classes: 'Choose at least one class.' });
    const reading = { ...roster.reading, ...(oneRoster && { classes }) };
    const plan = planList(db, { courseId, course, columns, reading });
    await deleteSyncRows(db, roster.id);
    const rosterId = roster.id;
    const hasHeads = input.heads === 'on' && !oneRoster;
    const planned = await planAgain(db, { rosterId, hasHeads, plan });
    const heads = oneRoster ? roster.heads : planned.heads;
    const finished = { rosterId, courseId, course, sync: input.sync, columns, reading, ...planned, heads };
    await finishPlan(db, plan, finished);
    return { id: rosterId };
  },
  audit: ({ input }) => ({ object: `course:${input.course}`, detail: { roster: input.roster } }),
});
