'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { FramingScreen } from '@/features/authoring/sources/get-framing';
import { speechModes } from '@/rules/sources/evidence-levels';

/** The passages to choose from, each with what matters for the choice. */
export function FramePassages({ framing, before }: { framing: FramingScreen; before: string[] }) {
  const { fields, values } = use(FormResultContext);
  const chosen = new Set(values ? values.passages?.split(' ') : before);
  const problem = fields?.passages;
  return (
    <fieldset
      id="passages"
      tabIndex={-1}
      aria-describedby={problem ? 'passages-problem' : undefined}
      className="source-choices"
    >
      <legend className="mb-3 font-serif text-xl font-semibold">Passages</legend>
      {problem && (
        <p id="passages-problem" className="mb-2 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      {framing.passages.map((passage) => (
        <label key={passage.id} className="source-choice">
          <input
            key={String(chosen.has(passage.id))}
            type="checkbox"
            name="passages"
            value={passage.id}
            defaultChecked={chosen.has(passage.id)}
          />
          <span className="passage-number">{passage.id}</span>
          <span className="min-w-0">
            <span className="source-choice-words" lang={passage.own ? framing.language : undefined}>
              {passage.title ? `${passage.title}. ` : ''}
              {passage.words}
            </span>
            <span className="source-choice-about">
              {passage.speaker} · {speechModes[passage.mode]}
              {passage.claim && ` · claim, ${passage.evidence}`}
              {passage.unchecked && ' · not yet checked'}
              {framing.paraphraseOnly && passage.own && ' · needs a paraphrase'}
              {passage.lessons.length > 0 && ` · already in ${passage.lessons.join(', ')}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
