import * as z from 'zod';
import type { EnrollmentScopes } from '@/db/queries/enrollments';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { cellsOf, headRow, rosterPage, rosterRowsAfter } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import { classCell } from '@/rules/enrollment/oneroster';
import { rosterOutcomes, rowsPerPage } from '@/rules/enrollment/roster';
import { isRosterColumn } from '@/rules/enrollment/roster-columns';
import { shownText } from '@/rules/enrollment/roster-plan';
import { type SeatScope, seatForecast } from '@/rules/enrollment/roster-seats';
import { type OutputOf, operation } from '@/server/operation';
import { ofRoster, rosterInput } from './of-roster';

const sampleRows = 4;
const mostClasses = 500;

const seatScope = (
  name: string,
  { id, terms }: { id: string; terms: EnrollmentScopes['course']['terms'] },
): SeatScope => ({
  id,
  name,
  seats: terms.seats,
  seatsTaken: terms.seatsTaken,
  waitlist: terms.waitlist,
  waiting: terms.waiting,
});

/** A list with what committing it would do, one page of its rows, and what can be chosen for it. */
export const getRoster = operation({
  name: 'get-roster',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...rosterInput,
    outcome: z.enum(rosterOutcomes).nullable().default(null),
    page: z.int().min(1).max(100_000).default(1),
  }),
  subject: ofRoster,
  allow: canManageRoster,
  async run({ db, input: { outcome, page }, subject: course }) {
    const { roster } = course;
    const { outcomes, reading } = roster;
    const all = Object.values(outcomes).reduce((sum, rows) => sum + rows, 0);
    const total = outcome === null ? all : (outcomes[outcome] ?? 0);
    const pages = Math.max(1, Math.ceil(total / rowsPerPage));
    const shown = Math.min(page, pages);
    const [scopes, rows, sample, classes] = await Promise.all([
      enrollmentScopes(db, course.id),
      rosterPage(db, roster.id, { outcome, page: shown, perPage: rowsPerPage }),
      rosterRowsAfter(db, roster.id, -1, sampleRows),
      reading.oneRoster ? cellsOf(db, roster.id, classCell, mostClasses) : [],
    ]);
    const cohorts = scopes?.cohorts ?? [];
    return {
      slug: course.slug,
      published: course.currentEditionId !== null,
      id: roster.id,
      name: roster.name,
      by: roster.by,
      createdAt: roster.createdAt.toISOString(),
      batchId: roster.batchId,
      cohort: roster.cohortId ?? '',
      cohortName: roster.cohort,
      source: roster.source ?? '',
      sync: roster.sync,
      rowCount: roster.rowCount,
      outcomes,
      encoding: reading.encoding ?? null,
      delimiter: reading.delimiter ?? null,
      oneRoster: reading.oneRoster ?? false,
      compared: reading.compared ?? null,
      hasHeads: !reading.oneRoster && roster.heads.length > 0,
      columns: roster.columns.map((column, index) => ({
        column: isRosterColumn(column) ? column : null,
        head: shownText((roster.heads[index] ?? '').slice(0, 80)),
        cells: sample.flatMap(({ cells, outcome: what }) =>
          what === headRow ? [] : shownText((cells[index] ?? '').slice(0, 60)),
        ),
      })),
      cohorts: cohorts.filter(({ terms }) => terms.archivedAt === null).map(({ id, name }) => ({ id, name })),
      classes: classes.map(({ value, rows: count }) => ({
        value,
        rows: count,
        chosen: reading.classes?.includes(value) ?? true,
      })),
      seats: scopes
        ? seatForecast(
            seatScope('The course', scopes.course),
            cohorts.map((cohort) => seatScope(cohort.name, cohort)),
            reading.seats ?? {},
          )
        : [],
      outcome,
      page: shown,
      pages,
      rows: rows.map(({ line, cells, email, name, externalId, outcome: what, notes }) => ({
        line,
        email,
        name,
        externalId,
        outcome: what,
        // What was rejected is shown as it was sent; of the others it is known who they are.
        cells:
          what === 'rejected' || what === 'left-out'
            ? cells.map((cell) => shownText(cell.slice(0, 120)))
            : [],
        notes,
      })),
    };
  },
});
export type ShownRoster = OutputOf<typeof getRoster>;
export type ShownRow = ShownRoster['rows'][number];
