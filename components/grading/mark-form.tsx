'use client';

import { useActionState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { FormResultContext } from '@/components/ui/form-result';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { RubricFields } from './rubric-fields';
import { rubricKeys } from './rubric-keys';
import { RubricOutcome } from './rubric-outcome';

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
  return (
    <FormResultContext value={state}>
      <form action={action} onKeyDown={(event) => rubricKeys(event, pending)} noValidate className="grading">
        {Object.entries({ course, lesson, mark, version }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <RubricOutcome state={state} />
        <RubricFields rubric={rubric} scores={scores} />
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
