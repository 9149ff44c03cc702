import type { PassageView } from '@/features/authoring/sources/get-document';
import { DeedForm } from './workbench';

const begin = (sentence: string): string =>
  sentence.length > 70 ? `${sentence.slice(0, 68).trimEnd()} …` : sentence;

/** Splits a passage before one of its sentences; nothing where there is only one. */
export function SplitForm({ passage, language }: { passage: PassageView; language: string }) {
  const { id, version, sentences } = passage;
  const places = sentences.slice(1).map((sentence, index) => ({ at: index + 1, words: begin(sentence) }));
  if (places.length === 0) return null;
  return (
    <DeedForm deed="split" values={{ passage: `${id}.${version}` }} className="source-split">
      <label htmlFor={`split-${id}`}>Split it: a new passage begins with</label>
      <select id={`split-${id}`} name="at" lang={language}>
        {places.map(({ at, words }) => (
          <option key={at} value={at}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" className="source-tool">
        Split here
      </button>
    </DeedForm>
  );
}
