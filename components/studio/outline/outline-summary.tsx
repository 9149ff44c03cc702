import type { Outline } from '@/features/authoring/outline/get-outline';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';

/** How much there is, and whether it could be published as it is. */
export function OutlineSummary({ totals, pending }: Pick<Outline, 'totals' | 'pending'>) {
  const { lessons, minutes, problems, advice } = totals;
  const stop = problems === 1 ? 'stops' : 'stop';
  return (
    <>
      {counted(lessons, 'lesson')}, {hoursAndMinutes(minutes)}.{' '}
      {problems > 0 ? (
        <span className="text-bad">
          {counted(problems, 'problem')} {stop} publishing.
        </span>
      ) : (
        pending === 0 && 'Nothing stops publishing.'
      )}
      {advice > 0 && ` ${counted(advice, 'piece of advice', 'pieces of advice')}.`}
    </>
  );
}
