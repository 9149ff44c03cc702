import { enrollmentColumns, enrollmentValues } from '@/components/roster/export-values';
import { exportRoster } from '@/features/enrollment/roster/export-roster';
import { readRosterPart } from '@/features/enrollment/roster/read-roster-part';
import { download } from '@/server/download';

type Context = { params: Promise<{ course: string }> };

/** A course's people as CSV or JSON: exactly what the roster with this query shows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  return download(request, {
    begin: exportRoster,
    part: readRosterPart,
    input: { course },
    columns: enrollmentColumns,
    values: enrollmentValues,
    page: `/teach/${course}/roster`,
  });
}
