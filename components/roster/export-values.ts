import { roleWords } from '@/components/ui/role-words';
import type { ListedPerson } from '@/features/accounts/people-page';
import type { ShownEnrollment } from '@/features/enrollment/roster/roster-page';
import { peopleColumns, personStatuses } from '@/rules/accounts/people-filter';
import { rosterColumns } from '@/rules/enrollment/roster-filter';
import { stateWords } from './state-words';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** An enrollment as a file has it: dates by ISO 8601. */
export const enrollmentValues = (row: ShownEnrollment): Record<string, string | number | null> => ({
  name: row.name,
  email: row.email,
  course: row.course,
  state: stateWords[row.state],
  cohort: row.cohort,
  progress: row.percent,
  active: iso(row.lastActiveAt),
  enrolled: iso(row.createdAt),
  ends: iso(row.endsAt),
  edition: row.edition,
  source: row.source,
  externalId: row.externalId,
});

export const personValues = (row: ListedPerson): Record<string, string | number | null> => ({
  name: row.name,
  email: row.email,
  role: roleWords[row.role],
  status: personStatuses[row.status],
  since: iso(row.createdAt),
  externalId: row.externalId,
});

type Columns = readonly (readonly [key: string, label: string])[];

/** The columns of a file: the name, and what the table shows. */
export const enrollmentColumns = (shown: readonly string[]): Columns => [
  ['name', 'Name'],
  ...Object.entries(rosterColumns).filter(([column]) => shown.includes(column)),
];

export const personColumns = (shown: readonly string[]): Columns => [
  ['name', 'Name'],
  ['email', 'E-mail'],
  ...Object.entries(peopleColumns).filter(([column]) => shown.includes(column)),
];
