'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import { apiScopes, scopeWords } from '@/rules/accounts/api-scopes';

/** What a key may do. What was ticked is kept when the form comes back. */
export function ScopeFields() {
  const { fields, values, status } = use(FormResultContext);
  const problem = fields?.scopes;
  const kept = status === 'done' ? '' : (values?.scopes ?? '');
  return (
    <fieldset id="scopes" tabIndex={-1} aria-describedby={problem ? 'scopes-problem' : undefined}>
      <legend className="mb-1 font-semibold">What it may do</legend>
      {apiScopes.map((scope) => (
        <label key={`${scope} ${kept}`} className="flex min-h-11 items-center gap-3 py-1">
          <input
            type="checkbox"
            name="scopes"
            value={scope}
            defaultChecked={kept.split(' ').includes(scope)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            <code className="text-sm">{scope}</code>
            <span className="block text-sm text-soft">{scopeWords[scope]}</span>
          </span>
        </label>
      ))}
      {problem && (
        <p id="scopes-problem" className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
