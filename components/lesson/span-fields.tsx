import { useEffect, useState } from 'react';
import type { SpanLabel } from '@/rules/learning/answer-forms';
import type { AnswerFieldsProps } from './answer-fields';
import { Said } from './said';
import { SpanWords } from './span-words';
import type { Given } from './use-answer';

export type MarkedSpan = { from: string; to: string; labels: string[] };

/** The spans of an answer: so many strings each, one after the other. */
function spansOf(answer: readonly string[], labels: number): MarkedSpan[] {
  const size = 2 + labels;
  return Array.from({ length: Math.floor(answer.length / size) }, (_, index) => {
    const [from = '', to = '', ...rest] = answer.slice(index * size, (index + 1) * size);
    return { from, to, labels: rest };
  }).filter(({ from, to, labels: given }) => [from, to, ...given].some((entry) => entry !== ''));
}

const sameSpan = (one: MarkedSpan, other: MarkedSpan) =>
  [one.from, one.to, ...one.labels].join() === [other.from, other.to, ...other.labels].join();

/** What was said of this very span; nothing once it was changed. */
const verdictOf = (span: MarkedSpan, marked: MarkedSpan[], given: Given | null) =>
  given?.verdict.options[marked.findIndex((one) => sameSpan(one, span))];

/**
 * A passage in which spans are marked, each with its labels. With a script the first and the last word are
 * pressed; without, the words are numbered and their numbers are typed.
 */
export function SpanFields({ block, given, kept, onChange }: AnswerFieldsProps) {
  const ask = block.ask?.form === 'spans' ? block.ask : null;
  const labels = ask?.labels ?? [];
  const [spans, setSpans] = useState(() => spansOf(kept ?? given?.answer ?? [], labels.length));
  const [hydrated, setHydrated] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setHydrated(true), []);
  if (!ask) return null;

  const change = (next: MarkedSpan[], words: string) => {
    setSpans(next);
    setSaid(words);
    onChange();
  };
  const mark = (from: number, to: number) => {
    const span = { from: String(from), to: String(to), labels: labels.map(() => '') };
    const next = [...spans, span].sort((a, b) => Number(a.from) - Number(b.from));
    change(next, `Marked as span ${next.indexOf(span) + 1}: say below what it is.`);
  };
  const empty = { from: '', to: '', labels: labels.map(() => '') };
  const rows = hydrated
    ? spans
    : [...spans, ...Array.from({ length: ask.atMost - spans.length }, () => empty)];
  const words = (span: MarkedSpan) =>
    ask.words
      .slice(Number(span.from), Number(span.to) + 1)
      .join('')
      .trim();
  const full = spans.length >= ask.atMost;

  return (
    <>
      <SpanWords ask={ask} spans={spans} ready={hydrated && !full} numbered={!hydrated} onMark={mark} />
      {hydrated && full && <p className="question-instruction">That is as many spans as there can be.</p>}
      <ol className="question-options">
        {rows.map((span, index) => {
          const verdict = verdictOf(span, spansOf(given?.answer ?? [], labels.length), given);
          const saidId = `${block.id}-span-${index}-said`;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its fields are controlled by it
              key={`${index}:${span.from}:${span.to}`}
              className={`option span-row ${verdict ? (verdict.right ? 'option-right' : 'option-wrong') : ''}`}
            >
              {hydrated ? (
                <p className="span-words">
                  <span className="span-number">{index + 1}</span>
                  <span lang={ask.lang ?? undefined}>{words(span)}</span>
                  <input type="hidden" name="option" value={span.from} />
                  <input type="hidden" name="option" value={span.to} />
                </p>
              ) : (
                <p className="span-ends">
                  {(['from', 'to'] as const).map((end) => (
                    <label key={end}>
                      {end === 'from' ? 'From word' : 'to word'}
                      <input
                        name="option"
                        type="text"
                        inputMode="numeric"
                        size={4}
                        defaultValue={span[end]}
                      />
                    </label>
                  ))}
                </p>
              )}
              <SpanLabels
                labels={labels}
                given={span.labels}
                about={`span ${index + 1}`}
                onChoose={(at, id) => {
                  const next = spans.map((one, place) =>
                    place === index
                      ? { ...one, labels: one.labels.map((old, label) => (label === at ? id : old)) }
                      : one,
                  );
                  if (hydrated) change(next, '');
                }}
              />
              {hydrated && (
                <button
                  type="button"
                  className="span-remove"
                  onClick={() =>
                    change(
                      spans.filter((one) => one !== span),
                      'No longer marked.',
                    )
                  }
                >
                  Remove <span className="visually-hidden">span {index + 1}</span>
                </button>
              )}
              {verdict && <Said id={saidId} verdict={verdict} />}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

/** One list for each label that a span carries. */
function SpanLabels({
  labels,
  given,
  about,
  onChoose,
}: {
  labels: SpanLabel[];
  given: string[];
  about: string;
  onChoose: (at: number, id: string) => void;
}) {
  return (
    <div className="span-labels">
      {labels.map(({ name, options }, at) => (
        <label key={name}>
          <span>
            {name}
            <span className="visually-hidden"> of {about}</span>
          </span>
          <select
            name="option"
            defaultValue={given[at] ?? ''}
            onChange={(event) => onChoose(at, event.target.value)}
          >
            <option value="">Choose …</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
