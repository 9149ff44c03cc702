import { Html } from './html';
import type { QuestionProps } from './question';
import type { Given } from './use-answer';
import { Rubric } from './work/rubric';

type Props = {
  block: QuestionProps['block'];
  given: Given;
  locked: boolean;
};

/**
 * What a written answer may be judged by, once it was given: nobody marks it here. The levels that its writer chooses
 * go along with the answer when it is handed in again.
 */
export function JudgeYourself({ block, given, locked }: Props) {
  const { byHand } = given.verdict;
  if (!byHand) return null;
  const [, ...levels] = given.answer;
  const judged = levels.some((level) => level !== '');
  if (byHand.lacks !== null)
    return (
      <p className="question-problem">
        {byHand.lacks} Your answer is kept; this part is done once it is as long as is asked for.
      </p>
    );
  const scores = Object.fromEntries(
    byHand.rubric.flatMap(({ id }, at) => (levels[at] ? [[id, Number(levels[at])]] : [])),
  );
  return (
    <>
      <p className="question-right">✓ Handed in.</p>
      <p className="question-overall">
        Nobody marks this answer, and it counts towards no grade. Read it beside{' '}
        {byHand.model ? 'the model answer and ' : ''}the rubric, and say yourself which levels it reaches.
      </p>
      {byHand.model && (
        <details className="attempt-right">
          <summary>The model answer</summary>
          <Html html={byHand.model} className="question-overall" />
        </details>
      )}
      <Rubric rubric={byHand.rubric} scores={scores} reached="You say it reaches this." />
      {!locked && (
        <fieldset className="judge-yourself">
          <legend>{judged ? 'Your judgement' : 'Your judgement, if you like'}</legend>
          {byHand.rubric.map(({ id, title, levels: of }, at) => (
            <label key={id} htmlFor={`${block.id}-${id}`}>
              <span>{title}</span>
              <select
                // Made anew with what was sent, also where the browser would keep what it showed before.
                key={levels[at] ?? ''}
                id={`${block.id}-${id}`}
                name="option"
                defaultValue={levels[at] ?? ''}
              >
                <option value="">Not judged</option>
                {of.map(({ points, says }, level) => (
                  <option key={points} value={level}>
                    {points} {points === 1 ? 'point' : 'points'}: {says}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
