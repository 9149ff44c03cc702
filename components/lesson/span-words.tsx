import { type KeyboardEvent, useRef, useState } from 'react';
import type { Ask } from '@/rules/learning/answer-forms';
import type { MarkedSpan } from './span-fields';

type Props = {
  ask: Extract<Ask, { form: 'spans' }>;
  spans: MarkedSpan[];
  /** Whether another span can be marked. */
  ready: boolean;
  /** Without a script, every word shows its number. */
  numbered: boolean;
  onMark: (from: number, to: number) => void;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };

/**
 * The words of the passage. One is pressed as the first and one as the last of a span; the arrow keys go from
 * word to word, so that the whole passage is one stop of the Tab key.
 */
export function SpanWords({ ask, spans, ready, numbered, onMark }: Props) {
  const [first, setFirst] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const spanAt = (word: number) =>
    spans.findIndex(({ from, to }) => word >= Number(from) && word <= Number(to)) + 1 || null;

  if (!ready)
    return (
      <p className="span-passage" lang={ask.lang ?? undefined}>
        {ask.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the passage
          <span key={index} className={spanAt(index) ? 'span-in' : undefined}>
            {numbered && <sup className="span-count">{index}</sup>}
            {word}
          </span>
        ))}
      </p>
    );

  const press = (word: number) => {
    setAt(word);
    if (first === null) return setFirst(word);
    onMark(Math.min(first, word), Math.max(first, word));
    setFirst(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setFirst(null);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(ask.words.length - 1, Math.max(0, at + step));
    setAt(next);
    box.current?.querySelectorAll('button')[next]?.focus();
  };
  const low = first === null ? -1 : Math.min(first, at);
  const high = first === null ? -1 : Math.max(first, at);
  return (
    <>
      <p className="question-instruction">
        {first === null
          ? 'Choose the first word of a span.'
          : 'Now choose its last word, or Escape to begin anew.'}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is around the whole question already */}
      <div
        ref={box}
        role="group"
        aria-label="The passage. Arrow keys go from word to word."
        className="span-passage"
        lang={ask.lang ?? undefined}
        onKeyDown={onKeyDown}
      >
        {ask.words.map((word, index) => {
          const span = spanAt(index);
          const begins = span !== null && span !== spanAt(index - 1);
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the passage
              key={index}
              type="button"
              tabIndex={index === at ? 0 : -1}
              className={`span-word ${span ? 'span-in' : ''} ${index >= low && index <= high ? 'span-next' : ''}`}
              aria-pressed={index === first}
              onFocus={() => setAt(index)}
              onClick={() => press(index)}
            >
              {begins && (
                <sup className="span-count" aria-hidden="true">
                  {span}
                </sup>
              )}
              {word.trim()}
              {span && <span className="visually-hidden"> (span {span})</span>}
            </button>
          );
        })}
      </div>
    </>
  );
}
