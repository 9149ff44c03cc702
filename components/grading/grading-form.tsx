'use client';

import { useActionState, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { FormResultContext } from '@/components/ui/form-result';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';
import { RubricFields } from './rubric-fields';
import { rubricKeys } from './rubric-keys';
import { RubricOutcome } from './rubric-outcome';
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
 * The rubric of one version as its grader fills it in, by keyboard as `rubricKeys` has it. Without a script the same
 * buttons do it.
 */
export function GradingForm({ course, submission, rubric, scores, comment, grade }: Props) {
  const [state, action, pending] = useActionState(grade, { status: 'idle' } satisfies FormState as FormState);
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptGrading(form, `/api/teach/${course}/work/${submission}`);

  return (
    <FormResultContext value={state}>
      <form
        ref={form}
        action={action}
        onKeyDown={(event) => rubricKeys(event, pending)}
        onInput={kept.changed}
        noValidate
        className="grading"
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="submission" value={submission} />
        <RubricOutcome state={state} />
        <RubricFields rubric={rubric} scores={scores} />
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
