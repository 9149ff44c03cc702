import { Button } from '@/components/ui/button';
import { type CareSign, careTerms } from '@/rules/enrollment/care';

type Query = { sign: CareSign; days: number; cohort: string; search: string };

const input = 'min-h-11 w-full rounded-md border border-rule bg-raised px-3 py-2 text-base';

/** Narrows a list of care, as a form that puts what it asks for into the address. */
export function CareFilter({
  action,
  query,
  cohorts,
}: {
  action: string;
  query: Query;
  cohorts: { id: string; name: string }[];
}) {
  return (
    <search className="mb-6 block">
      <form action={action} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="sign" value={query.sign} />
        {query.sign === 'dormant' ? (
          <div className="w-32">
            <label htmlFor="days" className="mb-1 block font-semibold">
              Days absent
            </label>
            <input
              id="days"
              name="days"
              type="number"
              inputMode="numeric"
              min={1}
              max={careTerms.mostDormantDays}
              key={query.days}
              defaultValue={query.days}
              className={input}
            />
          </div>
        ) : (
          <input type="hidden" name="days" value={query.days} />
        )}
        {cohorts.length > 0 && (
          <div className="min-w-40">
            <label htmlFor="cohort" className="mb-1 block font-semibold">
              Cohort
            </label>
            <select
              id="cohort"
              name="cohort"
              key={query.cohort}
              defaultValue={query.cohort || 'any'}
              className={`${input} max-w-72`}
            >
              <option value="any">Any, or none</option>
              <option value="none">In no cohort</option>
              {cohorts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="min-w-48 flex-1">
          <label htmlFor="search" className="mb-1 block font-semibold">
            Name or e-mail address
          </label>
          <input
            id="search"
            name="search"
            type="search"
            key={query.search}
            defaultValue={query.search}
            className={input}
          />
        </div>
        <Button look="secondary">Show</Button>
      </form>
    </search>
  );
}
