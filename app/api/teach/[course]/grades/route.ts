import { columnGap, exportGradebook } from '@/features/learning/gradebook/export-gradebook';
import { readGradebookPart } from '@/features/learning/gradebook/read-gradebook-part';
import { download } from '@/server/download';

type Context = { params: Promise<{ course: string }> };

/** The grades of a course as CSV or JSON: exactly what the gradebook with this query shows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  return download(request, {
    begin: exportGradebook,
    part: readGradebookPart,
    input: { course },
    columns: (shown) =>
      shown.map((column) => {
        const [key = '', label = ''] = column.split(columnGap);
        return [key, label] as const;
      }),
    values: ({ values }) => values,
    page: `/teach/${course}/grades`,
  });
}
