import type { ApiEnrollmentRow } from '@/db/queries/api';

/** An instant as the API writes it, whatever the driver gave. */
export const iso = (at: string | Date): string => new Date(at).toISOString();
export const isoOrNull = (at: string | Date | null): string | null => (at === null ? null : iso(at));

/** An enrollment as the API shows it. */
export const shownEnrollment = (row: ApiEnrollmentRow) => ({
  id: row.id,
  person: { id: row.personId, name: row.name, email: row.email, externalId: row.externalId },
  state: row.state,
  cohort: row.cohortId === null ? null : { id: row.cohortId, name: row.cohort ?? '' },
  validFrom: isoOrNull(row.validFrom),
  validUntil: isoOrNull(row.validUntil),
  createdAt: iso(row.createdAt),
  lastActiveAt: isoOrNull(row.lastActiveAt),
  completedAt: isoOrNull(row.completedAt),
});

/** A page of rows of which one more was read than is shown, with where the next begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), next: rows.length > limit && last ? cursorOf(last) : null };
}
