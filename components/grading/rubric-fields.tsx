import type { FormState } from '@/rules/form-state';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  /** What the form came back with: its values are shown instead of those that are stored. */
  state: FormState;
  /** The level chosen in each criterion so far, by its place. */
  scores: Scores;
};

/** One group of levels per criterion, named `level-<criterion>`; the value is the place of the level. */
export function RubricFields({ rubric, state, scores }: Props) {
  const chosen = (id: string, index: number): boolean =>
    state.values ? state.values[`level-${id}`] === String(index) : scores[id] === index;
  return rubric.map(({ id, title, levels }) => {
    const problem = state.fields?.[`level-${id}`];
    return (
      <fieldset key={id} aria-describedby={problem ? `level-${id}-problem` : undefined}>
        <legend>{title}</legend>
        {levels.map(({ points, says }, index) => (
          <label key={points} htmlFor={`level-${id}-${index}`}>
            <input
              // A form that came back has its fields made anew.
              key={state.values ? 'again' : 'first'}
              type="radio"
              id={`level-${id}-${index}`}
              name={`level-${id}`}
              value={index}
              defaultChecked={chosen(id, index)}
            />
            <span>
              <strong>
                {points} {points === 1 ? 'point' : 'points'}
              </strong>{' '}
              {says}
            </span>
          </label>
        ))}
        {problem && (
          <p id={`level-${id}-problem`} className="work-trouble">
            {problem}
          </p>
        )}
      </fieldset>
    );
  });
}
