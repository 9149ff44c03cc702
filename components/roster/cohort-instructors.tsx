import { Form } from '@/components/ui/form';
import type { Cohort } from '@/features/enrollment/cohorts/get-cohort';
import type { FormState } from '@/rules/form-state';

type Props = {
  cohort: Pick<Cohort, 'slug' | 'id' | 'instructors' | 'mayManage'>;
  remove: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Who teaches a cohort. */
export function CohortInstructors({ cohort: { slug, id, instructors, mayManage }, remove }: Props) {
  if (instructors.length === 0)
    return <p className="text-soft">Nobody yet: all the people of the course look after it.</p>;
  return (
    <ul className="border-b border-rule">
      {instructors.map((person) => (
        <li
          key={person.userId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-rule py-3"
        >
          <span className="min-w-0 font-semibold wrap-anywhere">
            {person.name}
            {person.suspended && <span className="font-normal text-soft">, suspended</span>}
          </span>
          {mayManage && (
            <Form
              action={remove}
              submitLabel={
                <>
                  Take off<span className="visually-hidden"> {person.name}</span>
                </>
              }
              pendingLabel="One moment …"
              look="secondary"
              className="grid gap-2"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="cohort" value={id} />
              <input type="hidden" name="person" value={person.userId} />
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
