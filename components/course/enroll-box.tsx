import { Button, ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { CourseDetails } from '@/features/catalog/get-course';
import { formatDeadline } from '@/rules/deadline';
import type { FormState } from '@/rules/form-state';
import { refusals } from '@/rules/refusals';

type Props = {
  course: Pick<CourseDetails, 'slug' | 'enroll' | 'seats' | 'window'>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The one way into a course: enroll, continue, or the reason why neither is possible now. */
export function EnrollBox({ course, action }: Props) {
  const { slug, enroll } = course;
  const work = `/learn/${slug}`;
  const back = encodeURIComponent(`/courses/${slug}`);

  if (enroll.mayLearn) {
    return (
      <ButtonLink href={work} className="w-full">
        {enroll.state === 'completed' ? 'Open the course again' : 'Continue'}
      </ButtonLink>
    );
  }
  if (enroll.refusal === 'already-enrolled') {
    return (
      <>
        <ButtonLink href={work} look="secondary" className="w-full">
          See your work
        </ButtonLink>
        <p className="mt-3 text-sm text-soft">
          {enroll.state === 'paused'
            ? 'Your enrollment is paused. What you did is kept.'
            : 'Your time in this course has ended. What you did is kept.'}
        </p>
      </>
    );
  }
  if (enroll.refusal === 'sign-in-first') {
    return (
      <>
        <ButtonLink href={`/sign-in?next=${back}`} className="w-full">
          Sign in to enroll
        </ButtonLink>
        <p className="mt-3 text-sm text-soft">
          New here? <a href={`/register?next=${back}`}>Create an account</a>. It takes a name, an address and
          a password.
        </p>
      </>
    );
  }
  if (enroll.refusal) {
    return (
      <>
        <Button type="button" disabled aria-describedby="enroll-reason" className="w-full">
          Enroll
        </Button>
        <p id="enroll-reason" className="mt-3 text-sm">
          {refusals[enroll.refusal]}
        </p>
        <EnrollWindow course={course} />
      </>
    );
  }
  return (
    <>
      <Form
        action={action}
        submitLabel={enroll.state === 'withdrawn' ? 'Enroll again' : 'Enroll'}
        pendingLabel="Enrolling…"
        className="grid gap-4"
      >
        <input type="hidden" name="slug" value={slug} />
      </Form>
      {enroll.state === 'withdrawn' && (
        <p className="mt-3 text-sm text-soft">
          You withdrew from this course. Your work is kept: enroll again and carry on where you stopped.
        </p>
      )}
      <EnrollWindow course={course} />
    </>
  );
}

/** What is worth knowing about when and how many, if anything is limited. */
function EnrollWindow({ course: { seats, window, enroll } }: Pick<Props, 'course'>) {
  const lines = [
    enroll.refusal === 'enrollment-not-open-yet' &&
      window.opensAt &&
      `It opens on ${formatDeadline(window.opensAt, window.zone)}.`,
    !enroll.refusal && window.closesAt && `Open until ${formatDeadline(window.closesAt, window.zone)}.`,
    !enroll.refusal && seats && `${seats.left} of ${seats.total} seats left.`,
  ].filter((line) => typeof line === 'string');
  return lines.length > 0 && <p className="mt-3 text-sm text-soft">{lines.join(' ')}</p>;
}
