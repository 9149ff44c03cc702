'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { ChoiceImpact } from '@/rules/editions/impact';
import { choiceSentences } from '@/rules/editions/impact-words';
import type { LearnerMoves } from '@/rules/editions/moves';

const titles: Record<LearnerMoves, string> = {
  none: 'New enrollments only',
  untouched: 'Everyone not yet past the change',
  everyone: 'Everyone still learning',
};

type Props = {
  legend: string;
  choices: Partial<Record<LearnerMoves, ChoiceImpact>>;
  learners: number;
};

/** Who moves to an edition, as cards to choose from, each with what it means in numbers. */
export function MoveChoices({ legend, choices, learners }: Props) {
  const { fields, values } = use(FormResultContext);
  const offered = Object.entries(choices) as [LearnerMoves, ChoiceImpact][];
  const chosen = values?.moves ?? offered[0]?.[0];
  return (
    <fieldset id="moves" className="pub-choices" key={chosen}>
      <legend className="mb-3 font-semibold">{legend}</legend>
      {offered.map(([moves, choice]) => (
        <label key={moves} className="pub-choice">
          <input type="radio" name="moves" value={moves} defaultChecked={moves === chosen} />
          <span className="pub-choice-title">{titles[moves]}</span>
          <span className="pub-choice-words">
            {choiceSentences(moves, choice, learners).map((sentence) => (
              <span key={sentence}>{sentence}</span>
            ))}
          </span>
        </label>
      ))}
      {fields?.moves && <p className="mt-2 text-sm font-medium text-bad">{fields.moves}</p>}
    </fieldset>
  );
}
