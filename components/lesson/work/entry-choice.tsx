'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { ShownEntry } from '@/features/learning/claims/shown';

/** Which entries are handed in: all of them, unless some are left out. What was chosen stays when the form comes back. */
export function EntryChoice({ entries }: { entries: readonly ShownEntry[] }) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.entries;
  const kept = values?.entries?.split(' ');
  return (
    <fieldset
      id="entries"
      tabIndex={-1}
      className="entry-choice"
      aria-describedby={problem ? 'entries-problem' : undefined}
    >
      <legend>Which entries</legend>
      {entries.map(({ id, words, lesson }) => (
        <label key={`${id} ${values?.entries ?? ''}`}>
          <input type="checkbox" name="entries" value={id} defaultChecked={kept ? kept.includes(id) : true} />
          <span>
            {words.claim}
            <span className="work-hint">
              {words.level} · {words.passage && `passage ${words.passage} · `}
              {lesson.title}
            </span>
          </span>
        </label>
      ))}
      {problem && (
        <p id="entries-problem" className="work-trouble">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
