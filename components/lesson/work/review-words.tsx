import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  review: { scores: Scores; comments: Record<string, string> };
};

/** A review by criterion: the level that was chosen, and why. */
export function ReviewWords({ rubric, review: { scores, comments } }: Props) {
  return (
    <dl>
      {rubric.map(({ id, title, levels }) => {
        const level = levels[scores[id] ?? -1];
        return (
          <div key={id} className="peer-criterion">
            <dt className="rubric-title">
              {title}: {level?.points ?? 0} of {levels.at(-1)?.points} points
            </dt>
            <dd>
              {level?.says} <span className="work-comment block">{comments[id]}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
