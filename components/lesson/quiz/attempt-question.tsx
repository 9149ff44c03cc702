import { type FormEvent, useRef } from 'react';
import type { AskedQuestion } from '@/features/learning/quizzes/reviewed';
import { clockWords } from '@/rules/time/ago';
import { answerFields } from '../answer-fields';
import { Html } from '../html';
import type { AnswerState, AttemptPlace } from './attempt-store';

type Props = {
  number: number;
  of: number;
  question: AskedQuestion;
  place: AttemptPlace;
  /** Whether the script is there: then nothing has to be pressed for an answer to be kept. */
  ready: boolean;
  state: AnswerState | null;
  onAnswer: (answer: string[]) => void;
};

/** What is said of an answer: kept by the server, on its way, or newer from another device. */
function savedWords(state: AnswerState | null): string {
  if (!state) return '';
  if (state.elsewhere) return 'Changed on another device a moment ago. That answer is shown.';
  return state.savedAt ? `Saved ${clockWords(new Date(state.savedAt))}` : 'Saving …';
}

/** One question of an attempt. Nothing is marked here; without a script its button keeps the answer. */
export function AttemptQuestion({ number, of, question, place, ready, state, onAnswer }: Props) {
  const { block, kept } = question;
  const form = useRef<HTMLFormElement>(null);
  const order = useRef<string[] | null>(null);
  const Fields = answerFields[block.answerForm];

  // After the event, when fields that follow each other have settled.
  const read = () =>
    queueMicrotask(() => {
      const options = block.options.map((option) => option.id);
      const given =
        block.answerForm === 'order'
          ? (order.current ?? state?.answer ?? options)
          : new FormData(form.current ?? undefined).getAll('option').map(String);
      onAnswer(given);
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read();
  };

  return (
    <form
      ref={form}
      action={`/api/learn/${place.course}/${place.lesson}/save`}
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
        <Fields
          // An answer from elsewhere is shown in fields made anew.
          key={state?.elsewhere ? `elsewhere-${state.revision}` : ready ? 'ready' : 'plain'}
          block={block}
          given={null}
          kept={state?.answer ?? kept?.answer ?? null}
          onOrder={(next) => {
            order.current = next;
          }}
          onChange={read}
        />
      </fieldset>
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
