'use client';

import { type KeyboardEvent, useActionState, useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { FormResultContext } from '@/components/ui/form-result';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { useKeptGrading } from './use-kept-grading';

type Props = {
  course: string;
  submission: string;
  rubric: readonly Criterion[];
  scores: Scores;
  comment: string;
  grade: (state: FormState, form: FormData) => Promise<FormState>;
};

/**
 * The rubric of one version as its grader fills it in. In a criterion the digits choose a level and go on to the
 * next; Ctrl with Enter finishes and takes the next. Without a script the same buttons do it.
 */
export function GradingForm({ course, submission, rubric, scores, comment, grade }: Props) {
  const [state, action, pending] = useActionState(grade, { status: 'idle' } satisfies FormState as FormState);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const kept = useKeptGrading(form, `/api/teach/${course}/work/${submission}`);
  useEffect(() => {
    if (state.status !== 'idle') summary.current?.focus();
  }, [state]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const next = form.current?.querySelector<HTMLButtonElement>('button[value="next"]');
      if (!pending) form.current?.requestSubmit(next);
      return;
    }
    const inRubric = (event.target as Element).closest('fieldset');
    if (!inRubric || !/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const level = inRubric.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1];
    if (!level) return;
    event.preventDefault();
    level.click();
    const after = inRubric.nextElementSibling;
    const first = after?.querySelector<HTMLElement>('input:checked, input, textarea');
    (first ?? level).focus();
  };

  const fields = Object.entries(state.fields ?? {});
  const chosen = (id: string, index: number): boolean =>
    state.values ? state.values[`level-${id}`] === String(index) : scores[id] === index;
  return (
    <FormResultContext value={state}>
      <form
        ref={form}
        action={action}
        onKeyDown={onKeyDown}
        onInput={kept.changed}
        noValidate
        className="grading"
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="submission" value={submission} />
        {(state.message || fields.length > 0) && (
          <div
            ref={summary}
            tabIndex={-1}
            role={state.status === 'done' ? 'status' : 'alert'}
            className={state.status === 'done' ? 'grading-done' : 'grading-problem'}
          >
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
          hint="They read it beside the rubric. Point to paragraphs by their numbers."
          defaultValue={comment}
          rows={5}
          maxLength={20_000}
        />
        <p role="status" className={kept.trouble ? 'work-trouble' : 'work-hint'}>
          {kept.trouble ?? kept.words}
        </p>
        <div className="finish-actions">
          <button type="submit" name="then" value="next" className={buttonClass('primary')}>
            Finish and next
          </button>
          <button type="submit" name="then" value="done" className={buttonClass('secondary')}>
            Finish
          </button>
          <button type="submit" name="then" value="keep" className={buttonClass('secondary')}>
            Save for now
          </button>
          <button type="submit" name="then" value="back" className={buttonClass('quiet')}>
            Put back
          </button>
        </div>
      </form>
    </FormResultContext>
  );
}
