import { Form } from '@/components/ui/form';
import type { BankScreen } from '@/features/authoring/bank/list-bank';
import type { FormState } from '@/rules/form-state';
import { agoWords, instantWords } from '@/rules/time/ago';

type Props = {
  course: string;
  sets: BankScreen['deleted'];
  now: Date;
  /** Null for who may only look. */
  restore: ((state: FormState, form: FormData) => Promise<FormState>) | null;
};

/** The sets that were deleted lately, each with a button that brings it back. */
export function DeletedSets({ course, sets, now, restore }: Props) {
  return (
    <section aria-labelledby="deleted-sets" className="mt-12">
      <h2 id="deleted-sets" className="mb-2 text-2xl">
        Deleted lately
      </h2>
      <ul className="bank-sets">
        {sets.map(({ deletion, title, deletedAt }) => (
          <li key={deletion} className="bank-set flex flex-wrap items-center justify-between gap-4">
            <p className="min-w-0">
              <span className="font-serif text-lg">{title}</span>
              <span className="block text-sm text-soft">
                Deleted{' '}
                <time dateTime={deletedAt.toISOString()} title={instantWords(deletedAt)}>
                  {agoWords(deletedAt, now)}
                </time>
              </span>
            </p>
            {restore && (
              <Form
                action={restore}
                submitLabel={
                  <>
                    Bring back<span className="visually-hidden">: “{title}”</span>
                  </>
                }
                pendingLabel="Bringing back …"
                look="secondary"
              >
                <input type="hidden" name="course" value={course} />
                <input type="hidden" name="deletion" value={deletion} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
