import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';

export type CohortChoice = { id: string; name: string };

type Props = {
  cohorts: readonly CohortChoice[];
  /** The sources of earlier lists, to choose from. */
  sources?: readonly string[];
  chosen?: { cohort: string; source: string; sync: boolean };
  /** Before the names of the fields, where a page has two such forms. */
  prefix?: string;
};

/** What holds for all rows of a list: the cohort, the source, and whether to keep in step with it. */
export function ListChoices({ cohorts, sources = [], chosen, prefix = '' }: Props) {
  const sync = `${prefix}sync`;
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {cohorts.length > 0 && (
          <SelectField
            name={`${prefix}cohort`}
            label="Cohort"
            hint="For rows that name none themselves."
            defaultValue={chosen?.cohort ?? ''}
            options={[
              { value: '', label: 'None' },
              ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Field
          name={`${prefix}source`}
          label="Source"
          hint="Which system the list comes from. Not needed for a single list."
          maxLength={100}
          list={`${prefix}sources`}
          autoComplete="off"
          defaultValue={chosen?.source ?? ''}
        />
        <datalist id={`${prefix}sources`}>
          {sources.map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
      </div>
      <div>
        <label htmlFor={sync} className="flex min-h-11 items-start gap-3 py-2">
          <input
            id={sync}
            type="checkbox"
            name={sync}
            defaultChecked={chosen?.sync}
            className="mt-1 size-5 shrink-0"
          />
          <span>
            <span className="font-semibold">Keep in step with the source</span>
            <span className="block text-sm text-soft">
              Whoever was on its last list and is not on this one is withdrawn. People who were changed by
              hand since are kept, and shown to you.
            </span>
          </span>
        </label>
      </div>
    </>
  );
}
