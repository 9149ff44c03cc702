'use client';

import { useEffect, useRef, useState } from 'react';
import { clockWords } from '@/rules/time/ago';
import { countWords } from '@/rules/work/text';
import type { AnswerFieldsProps } from './answer-fields';
import { keepLocally, keptLocally } from './sender';

/** Characters that fit whatever they are sent as: ends of lines are two in a form. */
const longest = 18_000;

const rowsFor = (text: string): number =>
  Math.min(
    40,
    Math.max(
      8,
      text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 75), 0),
    ),
  );

/**
 * A text of some length, with what is asked of it and how long it is now. Where nothing else keeps it while it is
 * written, the browser does, and says so.
 */
export function EssayFields({ block, given, kept, onChange, draftKey = null }: AnswerFieldsProps) {
  const [sent = ''] = kept ?? given?.answer ?? [];
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(() => countWords(sent));
  const [saved, setSaved] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was being written is put back once
  useEffect(() => {
    const draft = draftKey === null ? null : keptLocally(draftKey);
    if (typeof draft !== 'string' || !field.current || field.current.value !== sent || draft === sent) return;
    field.current.value = draft;
    setWords(countWords(draft));
    setSaved('What you were writing on this device is shown. It is not handed in yet.');
  }, []);

  if (block.ask?.form !== 'essay') return null;
  const { least, most, lang, judged } = block.ask;
  const fieldId = `${block.id}-text`;
  const typed = (text: string) => {
    setWords(countWords(text));
    if (draftKey !== null) {
      keepLocally(draftKey, text === sent ? null : text);
      setSaved(`Saved on this device ${clockWords(new Date())}. It is not handed in yet.`);
    }
    onChange();
  };
  return (
    <div className="essay-answer">
      <p id={`${fieldId}-asked`} className="essay-asked">
        {least} to {most} words. Judged by:{' '}
        {judged
          .map(({ title, points }) => `${title} (${points} ${points === 1 ? 'point' : 'points'})`)
          .join(', ')}
        .
      </p>
      <label htmlFor={fieldId}>Your answer</label>
      <textarea
        ref={field}
        id={fieldId}
        name="option"
        lang={lang ?? undefined}
        defaultValue={sent}
        rows={rowsFor(sent)}
        maxLength={longest}
        aria-describedby={`${fieldId}-asked ${fieldId}-count`}
        onChange={(event) => typed(event.currentTarget.value)}
      />
      <p className="essay-line">
        <span id={`${fieldId}-count`} className={words > most ? 'work-trouble' : undefined}>
          {words} {words === 1 ? 'word' : 'words'}
        </span>
        <span role="status">{saved}</span>
      </p>
    </div>
  );
}
