import { personColumns, personValues } from '@/components/roster/export-values';
import { exportPeople } from '@/features/accounts/export-people';
import { readPeoplePart } from '@/features/accounts/read-people-part';
import { download } from '@/server/download';

/** People as CSV or JSON: exactly those whom the table with this query shows. */
export function GET(request: Request): Promise<Response> {
  return download(request, {
    begin: exportPeople,
    part: readPeoplePart,
    input: {},
    columns: personColumns,
    values: personValues,
    page: '/admin/people',
  });
}
