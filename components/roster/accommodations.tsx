import Link from 'next/link';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { Instant } from '@/components/ui/when';
import type { AgreedWith } from '@/features/enrollment/accommodations/list-accommodations';
import { accommodationInWords } from '@/rules/assessment/accommodations';
import type { FormState } from '@/rules/form-state';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  agreed: AgreedWith;
  course: string;
  enrollment: string;
  /** The address of the page; with `agree` it opens the form for a quiz, or for all with `every`. */
  here: string;
  open: string | null;
  set: Action;
  remove: Action;
};

const everyQuiz = 'Every quiz';

/** What was agreed with a learner beyond the rules of quizzes: more time, attempts or days. */
export function Accommodations({ agreed, course, enrollment, here, open, set, remove }: Props) {
  const { given, quizzes } = agreed;
  if (quizzes.length === 0 && given.length === 0) return null;
  const hidden = (
    <>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="enrollment" value={enrollment} />
    </>
  );
  const changed = given.find(({ lessonId }) => (lessonId || 'every') === open);
  return (
    <section id="agreed" aria-labelledby="agreed-title" className="grid gap-5">
      <h2 id="agreed-title" className="text-2xl">
        Agreed for quizzes
      </h2>
      {given.length === 0 && (
        <p className="text-soft">
          Nothing: the rules of every quiz hold as they are. More time, attempts or days can be agreed, for
          example because of a disability or an illness.
        </p>
      )}
      {given.length > 0 && (
        <ul className="grid gap-5">
          {given.map((one) => (
            <li key={one.lessonId} className="grid gap-2 border-rule border-t pt-4">
              <p>
                <strong>
                  {one.lessonId === '' ? everyQuiz : (one.title ?? `A quiz that is gone (${one.lessonId})`)}
                </strong>
                : {accommodationInWords(one)}
              </p>
              <p className="roster-reason">“{one.reason}”</p>
              <p className="text-sm text-soft">
                <Instant at={one.grantedAt} /> · by {one.by ?? 'an account that is gone'}
              </p>
              <div className="flex flex-wrap items-center gap-4">
                <Link
                  href={`${here}?agree=${one.lessonId || 'every'}#agreed`}
                  prefetch={false}
                  className="roster-link"
                >
                  Change
                </Link>
                <Form action={remove} submitLabel="Take back" pendingLabel="One moment …" look="secondary">
                  {hidden}
                  <input type="hidden" name="lesson" value={one.lessonId} />
                </Form>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open === null ? (
        <p>
          <Link href={`${here}?agree=new#agreed`} prefetch={false} className="roster-link">
            Agree on more time, attempts or days
          </Link>
        </p>
      ) : (
        <Form
          key={`${open} ${changed?.grantedAt.toISOString()}`}
          action={set}
          submitLabel="Agree on it"
          pendingLabel="One moment …"
          className="roster-one grid gap-5"
        >
          {hidden}
          <SelectField
            name="lesson"
            label="For which quiz"
            hint="What is agreed for one quiz holds there in place of what holds for every one."
            options={[
              { value: '', label: everyQuiz },
              ...quizzes.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            defaultValue={changed?.lessonId ?? ''}
            className="max-w-md"
          />
          <Field
            name="timePercent"
            label="Time, in percent of the usual"
            hint="100 is as usual, 150 half as long again. It holds for an attempt under way, too."
            inputMode="numeric"
            defaultValue={String(changed?.timePercent ?? 100)}
            className="max-w-xs"
          />
          <Field
            name="extraAttempts"
            label="More attempts"
            inputMode="numeric"
            defaultValue={String(changed?.extraAttempts ?? 0)}
            className="max-w-xs"
          />
          <Field
            name="extraDays"
            label="Days longer until it is due, and until it closes"
            inputMode="numeric"
            defaultValue={String(changed?.extraDays ?? 0)}
            className="max-w-xs"
          />
          <TextArea
            name="reason"
            label="Reason"
            hint="It stays on record for whoever runs the course. The learner reads what was agreed, not why."
            maxLength={2000}
            defaultValue={changed?.reason ?? ''}
          />
        </Form>
      )}
    </section>
  );
}
