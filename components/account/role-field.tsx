'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import { roleWords } from '@/components/ui/role-words';
import { selectClass } from './select-class';

/** The choice of a role, with its mistake beneath it as in `Field`. */
export function RoleField({ current }: { current: keyof typeof roleWords }) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.role;
  const chosen = values?.role ?? current;
  return (
    <div>
      <label htmlFor="role" className="mb-1 block font-semibold">
        Role
      </label>
      <select
        key={chosen}
        id="role"
        name="role"
        defaultValue={chosen}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'role-problem' : undefined}
        className={`${selectClass} w-full ${problem ? 'border-bad' : 'border-rule'}`}
      >
        {Object.entries(roleWords).map(([role, words]) => (
          <option key={role} value={role}>
            {words}
          </option>
        ))}
      </select>
      {problem && (
        <p id="role-problem" className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
