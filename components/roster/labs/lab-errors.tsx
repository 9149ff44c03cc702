import { Empty } from '@/components/ui/page';
import type { LabResults } from '@/features/learning/labs/get-lab-results';
import { DataTable } from '../data-table';

const columns = [
  { key: 'says', label: 'What learners were told' },
  { key: 'submissions', label: 'Submissions' },
  { key: 'learners', label: 'Learners' },
  { key: 'stuck', label: 'Stand there now' },
] as const;

const count = (value: number) => <span className="tabular-nums">{value.toLocaleString('en')}</span>;

/** What goes wrong in a lab, the most frequent first, and how many are stuck at it. */
export function LabErrors({ errors }: Pick<LabResults, 'errors'>) {
  if (errors.length === 0) return <Empty title="Nothing wrong was handed in" />;
  return (
    <DataTable
      caption="What goes wrong, the most frequent first"
      columns={columns}
      rows={errors.map(({ code, says, submissions, learners, stuck }) => ({
        id: code,
        head: (
          <>
            {says}
            <code className="block text-sm font-normal text-soft">{code}</code>
          </>
        ),
        cells: { submissions: count(submissions), learners: count(learners), stuck: count(stuck) },
      }))}
    />
  );
}
