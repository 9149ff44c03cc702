'use client';

import { type FormEvent, useState } from 'react';
import type { QuestionView } from '@/kinds/lesson-view';
import { Html } from './html';
import { OptionFields } from './option-fields';
import { OrderingFields } from './ordering-fields';
import type { Lesson } from './progress-store';
import { address } from './progress-store';
import { type Given, useAnswer } from './use-answer';

export type QuestionProps = {
  block: QuestionView;
  given: Given | null;
  /** Null in the preview: nothing is marked or recorded there. */
  lesson: Lesson | null;
  /** Makes the same answer, sent twice, one attempt. */
  attemptKey: string;
  /** A problem that the server found, for browsers without JavaScript. */
  problem: string | null;
};

/** A check question: a plain form that also works without JavaScript, marked by the server. */
export function Question({ block, given, lesson, attemptKey, problem }: QuestionProps) {
  const { state, choose, submit, again } = useAnswer({ block, given, lesson, attemptKey, problem });
  const [hydratedOrder, setHydratedOrder] = useState<string[] | null>(null);
  const passed = state.given?.verdict.correct === true;
  const locked = passed || lesson === null;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!lesson || passed) return;
    const form = new FormData(event.currentTarget);
    const answer =
      block.answerForm === 'order'
        ? (hydratedOrder ?? state.given?.answer ?? block.options.map((option) => option.id))
        : form.getAll('option').map(String);
    void submit(answer);
  };

  return (
    <form
      action={lesson ? address(lesson, 'answer') : undefined}
      method="post"
      onSubmit={onSubmit}
      className={`question ${passed ? 'question-passed' : ''}`}
    >
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="key" value={attemptKey} />
      <fieldset disabled={locked} className="question-set">
        <legend className="question-legend">
          <span className="question-kind">Check question</span>
          <Html html={block.prompt} className="question-prompt" />
        </legend>
        <p className="question-instruction">{block.instruction}</p>
        {block.answerForm === 'order' ? (
          <OrderingFields block={block} given={state.given} onOrder={setHydratedOrder} onChange={choose} />
        ) : (
          <OptionFields block={block} given={state.given} kept={state.kept} onChange={choose} />
        )}
      </fieldset>
      <div aria-live="polite" className="question-verdict">
        {state.message && <p className="question-problem">{state.message}</p>}
        {state.given && !state.message && (
          <>
            <p className={passed ? 'question-right' : 'question-wrong'}>
              {passed ? '✓ Right.' : '✗ Not yet. Read why, then try again.'}
            </p>
            {state.given.verdict.overall && (
              <Html html={state.given.verdict.overall} className="question-overall" />
            )}
          </>
        )}
      </div>
      {lesson === null ? (
        <p className="question-instruction">In the preview nothing is marked or recorded.</p>
      ) : (
        !passed && (
          <button type="submit" className="question-button" aria-disabled={state.sending}>
            {state.sending ? 'Checking …' : state.given || again ? 'Check again' : 'Check'}
          </button>
        )
      )}
    </form>
  );
}
