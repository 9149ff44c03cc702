import type { Db } from '@/db/client';
import { countRoster, editionSizes, type RosterRow, type RosterScope, rosterRows } from '@/db/queries/roster';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import { type RosterRoom, type RosterView, readRosterView } from '@/rules/enrollment/roster-filter';
import { pageOf, placeText, rowsPerPage, turnsOf } from '@/rules/tables/table-view';

/** An enrollment as tables and exports show it. */
export type ShownEnrollment = {
  id: string;
  name: string;
  /** Null for who may not see addresses. */
  email: string | null;
  externalId: string | null;
  course: string;
  courseTitle: string;
  cohort: string | null;
  state: EnrollmentState;
  percent: number;
  edition: number;
  lastActiveAt: Date | null;
  createdAt: Date;
  endsAt: Date | null;
  zone: string;
  source: string | null;
  /** Where the next page begins. */
  place: string;
};

/** The rows with what their editions say of them: one more query, whatever number of editions. */
async function shown(db: Db, rows: readonly RosterRow[], contacts: boolean): Promise<ShownEnrollment[]> {
  if (rows.length === 0) return [];
  const sizes = await editionSizes(db, [...new Set(rows.map(({ editionId }) => editionId))]);
  const byId = new Map(sizes.map((size) => [size.id, size]));
  return rows.map(({ editionId, validUntil, key, ...row }) => {
    const edition = byId.get(editionId);
    return {
      ...row,
      email: contacts ? row.email : null,
      externalId: contacts ? row.externalId : null,
      courseTitle: edition?.title || row.course,
      edition: edition?.number ?? 0,
      endsAt: validUntil,
      place: placeText({ key, id: row.id }),
    };
  });
}

/** A page of a table of enrollments: its rows, how many match in all, and where it goes on. */
export async function rosterPage(db: Db, query: string, room: RosterRoom, scope: RosterScope) {
  const view = readRosterView(query, room);
  const { filter, order } = view;
  const total = await countRoster(db, filter, scope);
  const found = await rosterRows(db, filter, order, { ...scope, limit: rowsPerPage + 1 });
  const { page, way } = pageOf(found, order);
  const rows = await shown(db, page, scope.contacts);
  const turns = turnsOf(query, rows, way);
  return { view, rows, total, turns };
}

/** The next part of an export: everything that matches, in its order, after a place. */
export async function rosterPart(
  db: Db,
  { filter, order }: RosterView,
  scope: RosterScope & { limit: number },
): Promise<ShownEnrollment[]> {
  return shown(db, await rosterRows(db, filter, order, scope), scope.contacts);
}
