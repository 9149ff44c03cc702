'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { Criterion } from '@/rules/work/work';

type Props = {
  criterion: Criterion;
  /** The level that was chosen before; undefined where none was. */
  chosen: number | undefined;
};

/** The levels of a criterion, one of which is chosen, with what is wrong with it. */
export function LevelChoice({ criterion: { id, title, levels }, chosen }: Props) {
  const { fields, values } = use(FormResultContext);
  const name = `level-${id}`;
  const problem = fields?.[name];
  const checked = (index: number): boolean => (values ? values[name] === String(index) : chosen === index);
  return (
    <fieldset id={name} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{title}</legend>
      {levels.map(({ points, says }, index) => (
        <label key={points} htmlFor={`${name}-${index}`}>
          <input
            // A form that came back has its fields made anew.
            key={values ? 'again' : 'first'}
            type="radio"
            id={`${name}-${index}`}
            name={name}
            value={index}
            defaultChecked={checked(index)}
          />
          <span>
            <strong>
              {points} {points === 1 ? 'point' : 'points'}
            </strong>{' '}
            {says}
          </span>
        </label>
      ))}
      {problem && (
        <p id={`${name}-problem`} className="work-trouble">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
