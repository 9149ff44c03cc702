import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { mostDaysLonger, type OfferedAction } from '@/rules/enrollment/roster-actions';

type Props = {
  offered: OfferedAction;
  cohorts: readonly { id: string; name: string; archived: boolean }[];
  values: { to: string; ending: string; date: string; days: string };
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
              ...(offered.lengthens ? [{ value: 'by', label: 'So many days later than now' }] : []),
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
          {offered.lengthens && (
            <Field
              name="days"
              label="Days more"
              hint={`For so many days later: 1 to ${mostDaysLonger}, added to the end that each of them has or, where it is past, to today.`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={values.days}
            />
          )}
        </>
      )}
    </>
  );
}
