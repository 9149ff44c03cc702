import type { CourseFigures } from '@/features/reporting/get-course-figures';
import { Count } from './count';

/** Everybody of the course, by how far they are in it. */
export function LearnerCounts({ learners }: { learners: NonNullable<CourseFigures['learners']> }) {
  const entries = [
    ['Learners', learners.total],
    ['Not begun', learners.waiting],
    ['Begun', learners.open],
    ['Completed the course', learners.completed],
  ] as const;
  return (
    <dl className="figure-heads">
      {entries.map(([term, count]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Count of={count} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
