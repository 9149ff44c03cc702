import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import type { ShownRoster } from '@/features/enrollment/lists/get-roster';
import { rosterColumns } from '@/rules/enrollment/roster-columns';
import type { FormState } from '@/rules/form-state';
import { ListChoices } from './list-choices';

type Props = {
  roster: ShownRoster;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

const options = [
  { value: '', label: 'Not used' },
  ...Object.entries(rosterColumns).map(([value, label]) => ({ value, label })),
];

/** What each column is, with its first cells, and what holds for all rows. Sending it makes the dry run anew. */
export function RosterMapping({ roster, action }: Props) {
  const { columns, classes } = roster;
  return (
    <Form
      action={action}
      submitLabel="Make the dry run again"
      pendingLabel="Reading the list again …"
      look="secondary"
      className="grid gap-5 [&>button]:justify-self-start"
    >
      <input type="hidden" name="course" value={roster.slug} />
      <input type="hidden" name="roster" value={roster.id} />
      <input type="hidden" name="width" value={columns.length} />
      <div id="columns" className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ column, head, cells }, index) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={index}
            name={`column-${index}`}
            label={head.trim() || `Column ${index + 1}`}
            hint={cells.filter((cell) => cell.trim() !== '').join(' · ') || 'Empty'}
            defaultValue={column ?? ''}
            options={options}
            className="min-w-0 break-words"
          />
        ))}
      </div>
      {!roster.oneRoster && (
        <label htmlFor="heads" className="flex min-h-11 items-center gap-3">
          <input
            id="heads"
            type="checkbox"
            name="heads"
            defaultChecked={roster.hasHeads}
            className="size-5 shrink-0"
          />
          The first row holds the heads of the columns, and nobody
        </label>
      )}
      {classes.length > 0 && (
        <fieldset id="classes">
          <legend className="mb-1 font-semibold">Classes that count</legend>
          <div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3">
            {classes.map(({ value, rows, chosen }, index) => (
              <label key={value} htmlFor={`class-${index}`} className="flex min-h-11 items-center gap-3">
                <input
                  id={`class-${index}`}
                  type="checkbox"
                  name="class"
                  value={value}
                  defaultChecked={chosen}
                  className="size-5 shrink-0"
                />
                <span className="min-w-0 break-words">
                  {value || 'Without a class'}{' '}
                  <span className="text-soft">({rows.toLocaleString('en')})</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <ListChoices cohorts={roster.cohorts} chosen={roster} />
    </Form>
  );
}
