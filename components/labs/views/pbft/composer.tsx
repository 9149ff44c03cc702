'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Setting } from '@/kinds/labs/pbft/machine';

type Props = {
  id: string;
  setting: Setting;
  digests: readonly string[];
  schedule: string;
  onChange: (schedule: string) => void;
};

/** Puts a line together from four choices, for whoever does not want to type it. */
export function Composer({ id, setting, digests, schedule, onChange }: Props) {
  const [chosen, setChosen] = useState({
    kind: 'pre-prepare',
    from: '0',
    to: 'all',
    digest: digests[0] ?? '',
  });
  const replicas = Array.from({ length: setting.replicas }, (_, at) => String(at));
  const choices = [
    { name: 'kind', label: 'Kind', options: ['pre-prepare', 'prepare', 'commit'] },
    { name: 'from', label: 'From replica', options: replicas },
    { name: 'to', label: 'To', options: ['all', ...replicas.filter((replica) => replica !== chosen.from)] },
    { name: 'digest', label: 'Digest', options: digests },
  ] as const;
  const to = chosen.to === chosen.from ? 'all' : chosen.to;
  const lines = schedule.split('\n').filter((line) => line.trim() !== '');
  return (
    <fieldset className="lab-composer">
      <legend>A line without typing</legend>
      {choices.map(({ name, label, options }) => (
        <label key={name} htmlFor={`${id}-${name}`}>
          {label}
          <select
            id={`${id}-${name}`}
            value={name === 'to' ? to : chosen[name]}
            onChange={({ target }) => setChosen({ ...chosen, [name]: target.value })}
          >
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </label>
      ))}
      <Button
        type="button"
        look="secondary"
        className="px-2!"
        onClick={() =>
          onChange([...lines, `${chosen.kind} ${chosen.from} ${to} ${chosen.digest}`].join('\n'))
        }
      >
        Add the line
      </Button>
      <Button
        type="button"
        look="secondary"
        className="px-2!"
        onClick={() => onChange(lines.slice(0, -1).join('\n'))}
      >
        Take the last line away
      </Button>
    </fieldset>
  );
}
