'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

export type Choice = { value: string; label: string; note?: string };

/** What was chosen and is not offered any more: shown, so that saving does not drop it unsaid. */
const withChosen = (choices: readonly Choice[], chosen: readonly string[], missing: string): Choice[] => [
  ...choices,
  ...chosen
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: value, note: missing })),
];

/** Several of a list. What was ticked is kept when the form comes back. */
export function CheckboxList({
  name,
  label,
  hint,
  choices,
  chosen,
  missing,
}: {
  name: string;
  label: string;
  hint: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** What is said of a value that is not among the choices. */
  missing: string;
}) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.[name];
  const kept = values?.[name];
  const ticked = kept === undefined ? chosen : kept.split(' ').filter(Boolean);
  const all = withChosen(choices, ticked, missing);
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <p className="mb-2 text-sm text-soft">{hint}</p>
      <div
        className={`max-h-80 overflow-y-auto rounded-md border bg-raised px-3 py-1 ${problem ? 'border-bad' : 'border-rule'}`}
      >
        {all.map(({ value, label: text, note }) => (
          <label key={`${value} ${kept ?? ''}`} className="flex min-h-11 items-center gap-3 py-1">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">
              {text}
              {note && <span className="block text-sm text-soft">{note}</span>}
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
