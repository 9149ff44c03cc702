import Link from 'next/link';
import type { ListedLab } from '@/features/learning/labs/list-labs';
import { DataTable } from '../data-table';

type Props = { course: string; labs: readonly ListedLab[] };

const columns = [
  { key: 'lab', label: 'Lab' },
  { key: 'learners', label: 'Learners who have begun' },
  { key: 'passed', label: 'Passed' },
  { key: 'wrong', label: 'Wrong submissions' },
] as const;

const count = (value: number) => <span className="tabular-nums">{value.toLocaleString('en')}</span>;

/** The labs of a course, each leading to what goes wrong in it. */
export function LabsTable({ course, labs }: Props) {
  return (
    <DataTable
      caption="Labs and what came of them"
      columns={columns}
      rows={labs.map(({ lessonId, blockId, lesson, title, learners, passed, wrong, failed }) => ({
        id: `${lessonId} ${blockId}`,
        head: (
          <>
            {learners > 0 ? (
              <Link
                href={`/teach/${course}/labs/${lessonId}/${blockId}`}
                prefetch={false}
                className="roster-person"
              >
                {title}
              </Link>
            ) : (
              title
            )}
            <span className="block text-sm font-normal text-soft">
              {lesson === null ? `${lessonId}, not in the current edition` : lesson}
            </span>
          </>
        ),
        cells: {
          learners: count(learners),
          passed: count(passed),
          wrong: (
            <>
              {count(wrong)}
              {failed > 0 && <span className="block text-sm text-bad">{failed} we failed to verify</span>}
            </>
          ),
        },
      }))}
    />
  );
}
