import type { Scores } from '@/rules/work/rubric';
import { rubricMark } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  given: readonly { scores: Scores; comment: string }[];
};

const names = ['One grader', 'The other'];

/** What two graders gave the same work, side by side and without their names. */
export function TwoGradings({ rubric, given }: Props) {
  const percents = given.map(({ scores }) => {
    const { earned, possible } = rubricMark(rubric, scores);
    return Math.round((earned / possible) * 100);
  });
  return (
    <div className="two-gradings">
      <h3 id="two-gradings">What two graders gave</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table */}
      <section className="marks-table" aria-labelledby="two-gradings" tabIndex={0}>
        <table>
          <caption className="sr-only">By criterion, what each of them gave</caption>
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              {given.map((_, at) => (
                <th scope="col" key={names[at]}>
                  {names[at]}: {percents[at]} %
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rubric.map(({ id, title, levels }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {given.map(({ scores }, at) => {
                  const level = levels[scores[id] ?? -1];
                  return (
                    <td key={names[at]}>
                      {level ? (
                        <>
                          <strong>
                            {level.points} {level.points === 1 ? 'point' : 'points'}
                          </strong>{' '}
                          {level.says}
                        </>
                      ) : (
                        'Nothing'
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">What they say</th>
              {given.map(({ comment }, at) => (
                <td key={names[at]} className="work-comment">
                  {comment || 'Nothing'}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </div>
  );
}
