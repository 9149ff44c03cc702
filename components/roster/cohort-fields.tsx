import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { Cohort } from '@/features/enrollment/cohorts/get-cohort';

type Props = {
  values: { name: string; zone: string; edition: string };
  zones: readonly string[];
  editions: Cohort['editions'];
};

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** What a cohort is called, where its clocks are, and what its learners get. */
export function CohortFields({ values, zones, editions }: Props) {
  return (
    <div className="grid gap-5">
      <Field
        name="name"
        label="Name"
        hint="Learners read it: “Spring 2027”, “Class 9b”."
        defaultValue={values.name}
        maxLength={100}
        autoComplete="off"
      />
      <Field
        name="zone"
        label="Time zone"
        hint="In which the times below are meant, for example Asia/Shanghai or UTC."
        defaultValue={values.zone}
        list="zones"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <SelectField
        name="edition"
        label="Edition"
        hint="What those who come into the cohort from now on learn from. Who is in keeps theirs."
        options={[
          { value: '', label: 'The current one, whichever it is then' },
          ...editions.map(({ number, publishedAt }) => ({
            value: String(number),
            label: `Edition ${number}, of ${day.format(publishedAt)}`,
          })),
        ]}
        defaultValue={values.edition}
      />
    </div>
  );
}
