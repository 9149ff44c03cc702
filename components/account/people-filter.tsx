import { Button } from '@/components/ui/button';
import type { SiteRole } from '@/rules/roles';
import { roleWords } from './role-words';
import { selectClass } from './select-class';

/** Search and role as a form that puts them into the address, so that a list can be sent to somebody. */
export function PeopleFilter({ search, role }: { search: string; role: SiteRole | null }) {
  return (
    <search className="mb-6 block">
      <form action="/admin/people" className="flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <label htmlFor="search" className="mb-1 block font-semibold">
            Name or e-mail address
          </label>
          <input
            id="search"
            name="search"
            type="search"
            key={search}
            defaultValue={search}
            className="min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base"
          />
        </div>
        <div>
          <label htmlFor="role-filter" className="mb-1 block font-semibold">
            Role
          </label>
          <select
            id="role-filter"
            name="role"
            key={role}
            defaultValue={role ?? ''}
            className={`${selectClass} border-rule`}
          >
            <option value="">Any role</option>
            {Object.entries(roleWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <Button look="secondary">Search</Button>
      </form>
    </search>
  );
}
