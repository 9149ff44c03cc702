'use client';

import { type HintLadder, hintLabel } from '@/rules/assessment/hints';
import { Html } from './html';
import { type HintDoor, useHints } from './use-hints';

type Props = {
  ladder: HintLadder;
  /** Where the next one is asked for; null where none is given any more. */
  door: HintDoor | null;
};

/**
 * The hints of a question: those that were taken, and a button for the next one that says what it costs. It stands in
 * the form of its question, which takes the answer along where there is no script.
 */
export function Hints({ ladder, door }: Props) {
  const { taken, message, take } = useHints(ladder.taken, door);
  const next = taken.length + 1;
  return (
    <div className="hints">
      <div aria-live="polite">
        <TakenHints hints={taken} />
        {message && <p className="question-problem">{message}</p>}
      </div>
      {door && next <= ladder.costs.length && (
        <button
          type="submit"
          name="hint"
          value={next}
          formAction={door.address}
          formNoValidate
          className="hint-button"
          onClick={(event) => {
            event.preventDefault();
            void take(next);
          }}
        >
          {hintLabel(next, ladder)}
        </button>
      )}
    </div>
  );
}

/** Hints that were taken, from the first. */
export function TakenHints({ hints }: { hints: readonly string[] }) {
  if (hints.length === 0) return null;
  return (
    <ol className="hint-list" aria-label="Hints taken">
      {hints.map((html, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints have their place and never change it
        <li key={index}>
          <span className="hint-number">Hint {index + 1}</span>
          <Html html={html} />
        </li>
      ))}
    </ol>
  );
}
