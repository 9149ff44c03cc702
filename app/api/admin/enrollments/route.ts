import { enrollmentColumns, enrollmentValues } from '@/components/roster/export-values';
import { exportEnrollments } from '@/features/enrollment/roster/export-enrollments';
import { readEnrollmentsPart } from '@/features/enrollment/roster/read-enrollments-part';
import { download } from '@/server/download';

/** Enrollments of all courses as CSV or JSON: exactly what the table with this query shows. */
export function GET(request: Request): Promise<Response> {
  return download(request, {
    begin: exportEnrollments,
    part: readEnrollmentsPart,
    input: {},
    columns: enrollmentColumns,
    values: enrollmentValues,
    page: '/admin/enrollments',
  });
}
