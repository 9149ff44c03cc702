import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { OfferedAction } from '@/rules/enrollment/roster-actions';

type Props = {
  offered: OfferedAction;
  cohorts: readonly { id: string; name: string; archived: boolean }[];
  values: { to: string; ending: string; date: string };
};

/** What an action asks beside its reason: the cohort to be in, and when somebody's time ends. */
export function ChangeFields({ offered, cohorts, values }: Props) {
  return (
    <>
      {offered.takesCohort && cohorts.length > 0 && (
        <SelectField
          name="to"
          label="Cohort"
          defaultValue={values.to}
          options={[
            { value: '', label: 'As it is' },
            { value: 'none', label: 'No cohort' },
            ...cohorts.map(({ id, name, archived }) => ({
              value: id,
              label: archived ? `${name} (archived)` : name,
            })),
          ]}
        />
      )}
      {offered.takesEnd && (
        <>
          <SelectField
            name="ending"
            label="End of their time"
            defaultValue={values.ending}
            options={[
              { value: '', label: 'As it is' },
              { value: 'at', label: 'On a day of their own' },
              { value: 'none', label: 'As the cohort or the course says' },
            ]}
          />
          <Field
            name="date"
            label="Last day"
            hint="For a day of their own: until its end, by the clocks of the course."
            type="date"
            defaultValue={values.date}
          />
        </>
      )}
    </>
  );
}
