import type { Counts } from '@/features/authoring/outline/get-outline';
import { counted } from '@/rules/counted';

/** How much stops publishing, and how much is only advised; nothing where there is nothing. */
export function ProblemCounts({ problems, advice }: Counts) {
  return (
    <>
      {problems > 0 && <span className="toc-count toc-count-bad">{counted(problems, 'problem')}</span>}
      {advice > 0 && <span className="toc-count">{advice} advised</span>}
    </>
  );
}
