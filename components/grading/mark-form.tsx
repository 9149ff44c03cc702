'use client';

import { useActionState, useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { FormResultContext } from '@/components/ui/form-result';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { rubricKeys } from './rubric-keys';

type Props = {
  course: string;
  lesson: string;
  mark: string;
  /** What was looked at: a newer one is not written over unseen. */
  version: number;
  rubric: readonly Criterion[];
  scores: Scores;
  comment: string;
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The rubric of one answer as its grader fills it in. Without a script the same buttons do it. */
export function MarkForm({ course, lesson, mark, version, rubric, scores, comment, save }: Props) {
  const [state, action, pending] = useActionState(save, { status: 'idle' } satisfies FormState as FormState);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') summary.current?.focus();
  }, [state]);

  const fields = Object.entries(state.fields ?? {});
  const chosen = (id: string, index: number): boolean =>
    state.values ? state.values[`level-${id}`] === String(index) : scores[id] === index;
  return (
    <FormResultContext value={state}>
      <form action={action} onKeyDown={(event) => rubricKeys(event, pending)} noValidate className="grading">
        {Object.entries({ course, lesson, mark, version }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(state.message || fields.length > 0) && (
          <div ref={summary} tabIndex={-1} role="alert" className="grading-problem">
            {state.message && <p>{state.message}</p>}
            {fields.map(([name, problem]) => (
              <p key={name}>
                <a href={`#${name.startsWith('level-') ? `${name}-0` : name}`}>{problem}</a>
              </p>
            ))}
          </div>
        )}
        {rubric.map(({ id, title, levels }) => {
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
        })}
        <TextArea
          name="comment"
          label="What you say to the learner"
          hint="They read it beside the rubric, once they may see the answers."
          defaultValue={comment}
          rows={4}
          maxLength={20_000}
        />
        <div className="finish-actions">
          <button type="submit" name="then" value="next" className={buttonClass('primary')}>
            Save and next
          </button>
          <button type="submit" name="then" value="done" className={buttonClass('secondary')}>
            Save
          </button>
        </div>
      </form>
    </FormResultContext>
  );
}
