import type { LessonFiguresScreen } from '@/features/reporting/get-lesson-figures';
import { Count } from './count';
import { shareOf } from './count-words';

type Props = { figures: NonNullable<LessonFiguresScreen['figures']>; planned: number };

/** The figures of one lesson at a glance. */
export function LessonHeads({ figures, planned }: Props) {
  const { started, completed, minutes } = figures;
  const share = shareOf(completed, started);
  return (
    <dl className="figure-heads">
      <div>
        <dt>Began</dt>
        <dd>
          <Count of={started} />
        </dd>
      </div>
      <div>
        <dt>Completed{share !== null && `, ${share} %`}</dt>
        <dd>
          <Count of={completed} />
        </dd>
      </div>
      <div>
        <dt>Median time, {planned} min planned</dt>
        <dd>
          {minutes === null ? (
            <span className="figure-veiled">from 5 people on</span>
          ) : (
            <span className="figure-count">{minutes === 0 ? 'under 1' : minutes} min</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
