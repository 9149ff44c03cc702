import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { LabResults } from '@/features/learning/labs/get-lab-results';
import { DataTable } from '../data-table';

const columns = [
  { key: 'learner', label: 'Learner' },
  { key: 'standing', label: 'Standing' },
  { key: 'tries', label: 'Wrong tries' },
  { key: 'last', label: 'Last handed in' },
] as const;

/** The learners of a lab, those who have not passed first; each leads to what they handed in. */
export function LabLearners({ home, learners }: { home: string } & Pick<LabResults, 'learners'>) {
  return (
    <DataTable
      caption="Learners of this lab"
      columns={columns}
      rows={learners.map(({ attemptId, name, number, tries, passed, lastAt, lastSays }) => ({
        id: attemptId,
        head: (
          <Link href={`${home}/${attemptId}`} prefetch={false} className="roster-person">
            {name}
          </Link>
        ),
        cells: {
          standing: (
            <>
              {passed ? 'Passed' : lastAt ? 'Not yet' : 'Begun'}
              {number > 1 && <span className="block text-sm text-soft">Task {number}</span>}
            </>
          ),
          tries: <span className="tabular-nums">{tries}</span>,
          last: lastAt && (
            <>
              <Instant at={lastAt} />
              {!passed && lastSays && <span className="block text-sm text-soft">{lastSays}</span>}
            </>
          ),
        },
      }))}
    />
  );
}
