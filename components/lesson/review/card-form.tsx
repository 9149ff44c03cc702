'use client';

import { useActionState, useState, useSyncExternalStore } from 'react';
import type { QuestionView } from '@/kinds/lesson-view';
import type { FormState } from '@/rules/form-state';
import { answerFields } from '../answer-fields';
import { Html } from '../html';

type Props = {
  card: string;
  block: QuestionView;
  /** What stands above the question. */
  about: string;
  /** Makes the same answer, sent twice, one review. */
  attemptKey: string;
  answer: (state: FormState, form: FormData) => Promise<FormState>;
};

const never = () => () => {};
const nothing = () => {};
const keptAnswer = ({ values }: FormState): string[] | null =>
  values?.answer ? (JSON.parse(values.answer) as string[]) : null;

/** A question of the review: a plain form, which keeps what was given when it cannot be taken. */
export function CardForm({ card, block, about, attemptKey, answer }: Props) {
  const [state, submit, pending] = useActionState(answer, { status: 'idle' });
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [moved, setMoved] = useState<string[] | null>(null);
  const kept = keptAnswer(state);
  const Fields = answerFields[block.answerForm];
  const problem = state.message ?? Object.values(state.fields ?? {})[0];
  // With a script items are moved and not numbered, so the form is told their places.
  const order = moved ?? (kept?.length ? kept : block.options.map(({ id }) => id));

  return (
    <form action={submit} noValidate className="question" id={block.id}>
      <input type="hidden" name="card" value={card} />
      <input type="hidden" name="key" value={attemptKey} />
      {ready &&
        block.answerForm === 'order' &&
        order.map((id, index) => (
          <input key={id} type="hidden" name={`place-${id}`} value={index + 1} readOnly />
        ))}
      <fieldset className="question-set">
        <legend className="question-legend">
          <span className="question-kind">{about}</span>
          <Html html={block.prompt} className="question-prompt" />
        </legend>
        <p className="question-instruction">{block.instruction}</p>
        <Fields
          // Fields that were given back what they held are made anew.
          key={state.values?.answer ?? ''}
          block={block}
          given={null}
          kept={kept}
          onOrder={setMoved}
          onChange={nothing}
        />
      </fieldset>
      <div aria-live="polite" className="question-verdict">
        {problem && <p className="question-problem">{problem}</p>}
      </div>
      <button type="submit" className="question-button" aria-disabled={pending}>
        {pending ? 'Checking …' : 'Check'}
      </button>
    </form>
  );
}
