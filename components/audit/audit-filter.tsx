import { Button, ButtonLink } from '@/components/ui/button';
import { knownActions } from '@/rules/audit/audit-words';

export type AuditQuery = { person: string; object: string; action: string; from: string; to: string };

const inputClass = 'min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base';

/** The search of the audit log, as a form that puts it into the address. */
export function AuditFilter({ query }: { query: AuditQuery }) {
  const field = (name: keyof AuditQuery, label: string, type: string, hint?: string) => (
    <div>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={name}
        name={name}
        type={type}
        key={query[name]}
        defaultValue={query[name]}
        aria-describedby={hint ? `${name}-hint` : undefined}
        className={inputClass}
      />
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-sm break-words text-soft">
          {hint}
        </p>
      )}
    </div>
  );
  return (
    <search className="mb-8 block">
      <form action="/admin/audit" className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <div className="lg:col-span-2">
          {field('person', 'Person', 'search', 'Who did it, or to whom: part of a name or an address.')}
        </div>
        <div className="lg:col-span-2">
          {field('object', 'Object', 'search', 'The address of a course, or such as batch:0a1b… in full.')}
        </div>
        <div className="sm:col-span-2 lg:col-span-2">
          <label htmlFor="action" className="mb-1 block font-semibold">
            What was done
          </label>
          <select
            id="action"
            name="action"
            key={query.action}
            defaultValue={query.action}
            className={inputClass}
          >
            <option value="">Anything</option>
            {[...new Set([...knownActions, ...(query.action ? [query.action] : [])])].map((action) => (
              <option key={action} value={action}>
                {action.replaceAll('-', ' ')}
              </option>
            ))}
          </select>
        </div>
        {field('from', 'From (UTC)', 'date')}
        {field('to', 'To (UTC)', 'date')}
        <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-4">
          <Button look="secondary">Search</Button>
          {Object.values(query).some((value) => value !== '') && (
            <ButtonLink look="secondary" href="/admin/audit">
              Show everything
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
