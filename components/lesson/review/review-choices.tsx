import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import type { FormState } from '@/rules/form-state';
import { perDayChoices } from '@/rules/review/selection';

type Props = { perDay: number; choose: (state: FormState, form: FormData) => Promise<FormState> };

/** How much comes in a day, and whether anything comes at all. */
export function ReviewChoices({ perDay, choose }: Props) {
  return (
    <section aria-labelledby="choices" className="mt-10 border-t border-rule pt-6">
      <h2 id="choices" className="text-xl">
        As much as suits you
      </h2>
      <p className="mt-1 text-soft">
        However long you were away, a day never asks more than this. Paused, everything stays as it is.
      </p>
      <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4">
        <Form
          action={choose}
          submitLabel="Save"
          pendingLabel="Saving …"
          look="secondary"
          className="flex flex-wrap items-end gap-3"
        >
          <SelectField
            name="perDay"
            label="Cards a day, at most"
            defaultValue={String(perDay)}
            options={perDayChoices.map((count) => ({ value: String(count), label: String(count) }))}
          />
        </Form>
        <Form action={choose} submitLabel="Pause the review" pendingLabel="Pausing …" look="secondary">
          <input type="hidden" name="on" value="no" />
        </Form>
      </div>
    </section>
  );
}
