import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import type { TermsForm } from '@/rules/enrollment/enrollment-settings';
import { enrollmentPolicies } from '@/rules/enrollment/enrollment-terms';
import { policyWords } from '@/rules/enrollment/enrollment-words';
import { KeyField } from './key-field';
import { termsLabels } from './terms-labels';

type Props = {
  values: TermsForm;
  zone: string;
  /** What a cohort leaves empty its course decides. */
  ofCourse?: boolean;
  suggestedKey: string;
};

const empty = (ofCourse?: boolean) => (ofCourse ? 'Empty: as the course says.' : 'Empty: no limit.');

function Group({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-rule pt-6">
      <legend className="float-left mb-3 w-full font-serif text-xl font-semibold">{title}</legend>
      <div className="clear-both grid gap-5">
        {about && <p className="text-sm text-soft">{about}</p>}
        {children}
      </div>
    </fieldset>
  );
}

/** How people come in, when, how many and for how long: of a course or of a cohort. */
export function TermsFields({ values, zone, ofCourse, suggestedKey }: Props) {
  const time = (name: 'opens' | 'closes' | 'starts' | 'ends', hint: string) => (
    <Field
      name={name}
      label={termsLabels[name]}
      hint={hint}
      type="datetime-local"
      defaultValue={values[name]}
      className="min-w-0"
    />
  );
  return (
    <>
      <Group title="Ways in">
        <SelectField
          name="policy"
          label={termsLabels.policy}
          options={enrollmentPolicies.map((value) => ({ value, label: policyWords[value] }))}
          defaultValue={values.policy}
        />
        <KeyField defaultValue={values.key || suggestedKey} />
        <TextArea
          name="domains"
          label={termsLabels.domains}
          hint="One per line, like school.example. Only people with such an address enroll themselves. Empty: everybody."
          rows={2}
          defaultValue={values.domains}
          spellCheck={false}
        />
      </Group>
      <Group title="Window" about={`When people may enroll, as clocks show it in ${zone}.`}>
        <div className="grid gap-5 sm:grid-cols-2">
          {time('opens', 'Empty: open already.')}
          {time('closes', 'Empty: never.')}
        </div>
      </Group>
      <Group title="Time of learning" about={`When lessons are open, as clocks show it in ${zone}.`}>
        <div className="grid gap-5 sm:grid-cols-2">
          {time('starts', ofCourse ? 'Empty: as the course says.' : 'Empty: at once.')}
          {time('ends', ofCourse ? 'Empty: as the course says.' : 'Empty: never.')}
        </div>
        <Field
          name="lengthDays"
          label="Length in days"
          hint={`Counted from the day somebody enrolls. ${empty(ofCourse)}`}
          inputMode="numeric"
          defaultValue={values.lengthDays}
          className="max-w-56"
        />
      </Group>
      <Group title="Seats">
        <Field
          name="seats"
          label={termsLabels.seats}
          hint={
            ofCourse ? 'Empty: no limit of its own. The seats of the course count all the same.' : empty()
          }
          inputMode="numeric"
          defaultValue={values.seats}
          className="max-w-56"
        />
        <SelectField
          name="waitlist"
          label="When every seat is taken"
          options={[
            { value: 'yes', label: 'People wait in a queue' },
            { value: 'no', label: 'Nobody else comes in' },
          ]}
          defaultValue={values.waitlist}
        />
        <Field
          name="offerHours"
          label={termsLabels.offerHours}
          hint="How long a freed seat is held for the first of the queue, before it goes to the next."
          inputMode="numeric"
          defaultValue={values.offerHours}
          className="max-w-56"
        />
      </Group>
    </>
  );
}
