import type { Db } from '@/db/client';
import { knownPeople } from '@/db/queries/roster-people';
import { headRow, type StoredRow } from '@/db/queries/rosters';
import { leftOut } from '@/rules/enrollment/oneroster';
import type { RosterReading, SeatNeed } from '@/rules/enrollment/roster';
import { type ColumnMap, fieldsOf } from '@/rules/enrollment/roster-columns';
import { type KnownCourse, keysOf, type PlannedRow, planEnrollment } from '@/rules/enrollment/roster-plan';
import { listSoFar } from '@/rules/enrollment/roster-seen';
import type { CsvRecord } from '@/rules/files/csv';

type Plan = { courseId: string; course: KnownCourse; columns: ColumnMap; reading: RosterReading };

/** A cell as a database can hold it: what it cannot is replaced, and the row is rejected for it. */
const storable = (cell: string): string => cell.toWellFormed().replaceAll('\u0000', '\ufffd');

/** Plans a list some rows at a time, and counts what comes of it. Nothing is written, and no query is asked twice. */
export function planList(db: Db, { courseId, course, columns, reading }: Plan) {
  const seen = listSoFar();
  const outcomes: Record<string, number> = {};
  const seats: Record<string, SeatNeed> = {};

  const count = ({ outcome, move }: Pick<PlannedRow, 'outcome' | 'move'>) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    const comes = outcome === 'will-enroll' || outcome === 'will-invite';
    if (!comes && !(outcome === 'will-change' && move?.cohortId)) return;
    const need = { ...(seats[move?.cohortId ?? ''] ?? { coming: 0, moving: 0 }) };
    need[comes ? 'coming' : 'moving'] += 1;
    seats[move?.cohortId ?? ''] = need;
  };

  /** What the rows come to, in their order: of two rows that name one person the first counts. */
  const plan = async (records: readonly CsvRecord[]): Promise<StoredRow[]> => {
    const rows = records.map(({ line, cells: raw }) => {
      const cells = raw.map(storable);
      const fields = fieldsOf(cells, columns);
      return { line, cells, fields, width: columns.length, keys: keysOf(fields) };
    });
    const people = await knownPeople(db, courseId, {
      emails: rows.flatMap(({ keys }) => keys.email ?? []),
      externalIds: rows.flatMap(({ keys }) => keys.externalId ?? []),
    });
    return rows.map(({ line, cells, fields, width, keys }): StoredRow => {
      const byEmail = (keys.email !== null && people.byEmail.get(keys.email)) || null;
      const byExternalId = (keys.externalId !== null && people.byExternalId.get(keys.externalId)) || null;
      const person = byEmail ?? byExternalId;
      const earlier = seen.earlier(keys) ?? (person && seen.earlier(person));
      const planned = planEnrollment({ fields, cells, width }, { course, byEmail, byExternalId, earlier });
      const out = reading.oneRoster ? leftOut(cells, reading.classes) : null;
      // Who is in two classes of a school stands in its lists twice, and nothing is wrong with that.
      const again = reading.oneRoster && earlier ? `The same person as on line ${earlier.line}.` : null;
      const text = out ?? again;
      const row: StoredRow = text
        ? { ...planned, line, cells, outcome: 'left-out', move: null, notes: [{ column: null, text }] }
        : { ...planned, line, cells };
      if (out === null) {
        const counts = row.outcome !== 'rejected' && row.outcome !== 'left-out';
        seen.add(keys, line, counts);
        if (person && counts) seen.add(person, line, true);
      }
      if (row.outcome !== headRow) count({ outcome: row.outcome, move: row.move });
      return row;
    });
  };
  return { plan, seen, count, outcomes, seats };
}
export type ListPlan = ReturnType<typeof planList>;

/** The first record of a file, where it holds the heads of the columns: kept with the rows, but none of them. */
export const headOf = ({ line, cells }: CsvRecord): StoredRow => ({
  line,
  cells: cells.map(storable),
  outcome: headRow,
  email: null,
  name: null,
  externalId: null,
  userId: null,
  move: null,
  notes: [],
});
