import { type FormEvent, Fragment, useRef } from 'react';
import type { AskedQuestion } from '@/features/learning/quizzes/reviewed';
import { type Confidence, confidences } from '@/rules/assessment/confidence';
import { clockWords } from '@/rules/time/ago';
import { answerFields } from '../answer-fields';
import { Hints } from '../hints';
import { Html } from '../html';
import type { AnswerState, AttemptPlace } from './attempt-store';
import { ConfidenceField } from './confidence-field';

type Props = {
  number: number;
  of: number;
  question: AskedQuestion;
  place: AttemptPlace;
  /** Whether the script is there: then nothing has to be pressed for an answer to be kept. */
  ready: boolean;
  state: AnswerState | null;
  confidence: boolean;
  onAnswer: (answer: string[], confidence: Confidence | null) => void;
};

/** What is said of an answer: kept by the server, on its way, or newer from another device. */
function savedWords(state: AnswerState | null): string {
  if (!state) return '';
  if (state.elsewhere) return 'Changed on another device a moment ago. That answer is shown.';
  return state.savedAt ? `Saved ${clockWords(new Date(state.savedAt))}` : 'Saving …';
}

/** One question of an attempt. Nothing is marked here; without a script its button keeps the answer. */
export function AttemptQuestion({ number, of, question, place, ready, state, confidence, onAnswer }: Props) {
  const { block, kept, hints } = question;
  const door = `/api/learn/${place.course}/${place.lesson}`;
  const form = useRef<HTMLFormElement>(null);
  const order = useRef<string[] | null>(null);
  const Fields = answerFields[block.answerForm];

  // After the event, when fields that follow each other have settled.
  const read = () =>
    queueMicrotask(() => {
      const options = block.options.map((option) => option.id);
      const fields = new FormData(form.current ?? undefined);
      const given =
        block.answerForm === 'order'
          ? (order.current ?? state?.answer ?? options)
          : fields.getAll('option').map(String);
      onAnswer(given, confidences.find((one) => one === fields.get('confidence')) ?? null);
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read();
  };

  return (
    <form
      ref={form}
      action={`${door}/save`}
      method="post"
      noValidate
      onSubmit={onSubmit}
      className="question"
    >
      <input type="hidden" name="attempt" value={place.attempt} />
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="revision" value={(kept?.revision ?? 0) + 1} />
      <fieldset className="question-set">
        <legend className="question-legend">
          <span className="question-kind">
            Question {number} of {of}
          </span>
          <Html html={block.prompt} className="question-prompt" />
        </legend>
        <p className="question-instruction">{block.instruction}</p>
        {/* An answer from elsewhere is shown in fields made anew. */}
        <Fragment key={state?.elsewhere ? `elsewhere-${state.revision}` : ready ? 'ready' : 'plain'}>
          <Fields
            block={block}
            given={null}
            kept={state?.answer ?? kept?.answer ?? null}
            onOrder={(next) => {
              order.current = next;
            }}
            onChange={read}
          />
          {confidence && (
            <ConfidenceField
              block={block.id}
              said={state ? state.confidence : (kept?.confidence ?? null)}
              onChange={read}
            />
          )}
        </Fragment>
      </fieldset>
      {hints && (
        <Hints
          ladder={hints}
          door={{ address: `${door}/attempt-hint`, of: { attempt: place.attempt, block: block.id } }}
        />
      )}
      <p role="status" className="attempt-saved">
        {savedWords(state)}
      </p>
      {!ready && (
        <noscript>
          <button type="submit" className="question-button">
            Save this answer
          </button>
        </noscript>
      )}
    </form>
  );
}
