import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  /** Which levels were chosen, once the work is back. */
  scores?: Scores;
  /** What is said of a level that was chosen. */
  reached?: string;
};

/** What work is judged by, criterion by criterion; where it was graded, with the level that it reached. */
export function Rubric({ rubric, scores, reached: words = 'This is what it reached.' }: Props) {
  return (
    <ol className="rubric">
      {rubric.map(({ id, title, levels }) => (
        <li key={id}>
          <p className="rubric-title">{title}</p>
          <ul>
            {levels.map(({ points, says }, index) => {
              const reached = scores?.[id] === index;
              return (
                <li key={points} className={reached ? 'rubric-reached' : undefined}>
                  <span className="rubric-points">
                    {reached && '✓ '}
                    {points} {points === 1 ? 'point' : 'points'}
                  </span>
                  <span>
                    {says}
                    {reached && <strong> {words}</strong>}
                  </span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
