import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { CourseDetails } from '@/features/catalog/get-course';
import type { FormState } from '@/rules/form-state';
import { refusals } from '@/rules/refusals';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
/** What a person can do about their own enrollment. */
export type EnrollActions = { enroll: Action; withdraw: Action; accept: Action; refuse: Action };

type Props = { course: Pick<CourseDetails, 'slug' | 'enroll'>; actions: EnrollActions };

/** Takes or declines a seat that is held for somebody. */
export function InvitationForms({
  slug,
  accept,
  refuse,
}: Pick<EnrollActions, 'accept' | 'refuse'> & { slug: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Form action={accept} submitLabel="Take the seat" pendingLabel="Taking it …" className="grid gap-3">
        <input type="hidden" name="slug" value={slug} />
      </Form>
      <Form
        action={refuse}
        submitLabel="Decline"
        pendingLabel="Declining …"
        look="secondary"
        className="grid gap-3"
      >
        <input type="hidden" name="slug" value={slug} />
      </Form>
    </div>
  );
}

/** Where somebody stands who asked, waits, is invited, or was in: with what they can do about it. */
export function EnrollStanding({ course: { slug, enroll }, actions }: Props) {
  const { state, standing } = enroll;
  const { cohort = null, place = null, from = null, until = null, lapsed = false } = standing ?? {};
  const run = cohort && <p className="mb-2 font-semibold wrap-anywhere">{cohort}</p>;
  const leave = (label: string) => (
    <Form
      action={actions.withdraw}
      submitLabel={label}
      pendingLabel="One moment …"
      look="secondary"
      className="mt-4 grid gap-3"
    >
      <input type="hidden" name="slug" value={slug} />
    </Form>
  );
  if (state === 'requested')
    return (
      <Told title="You asked for a place">
        {run}
        <p>{refusals['request-waits']} You get a mail.</p>
        {leave('Take the request back')}
      </Told>
    );
  if (state === 'waitlisted')
    return (
      <Told title={`You are number ${place} on the waitlist`}>
        {run}
        <p>When a seat is free for you, we write to you and hold it for some time.</p>
        {leave('Leave the waitlist')}
      </Told>
    );
  if (state === 'invited' && !lapsed)
    return (
      <Told title="A seat is held for you">
        {run}
        {until && <p className="mb-4">Until {until}.</p>}
        <InvitationForms slug={slug} accept={actions.accept} refuse={actions.refuse} />
      </Told>
    );
  if (lapsed) return <Told title="The seat is gone">{refusals['seat-gone']}</Told>;
  if (state === 'removed')
    return (
      <Told title={standing?.declined ? 'Your request was declined' : 'You are not in this course any more'}>
        {standing?.reason ? (
          <p className="whitespace-pre-wrap wrap-anywhere">{standing.reason}</p>
        ) : (
          <p>{refusals['removed-from-course']}</p>
        )}
      </Told>
    );
  return (
    <>
      <ButtonLink href={`/learn/${slug}`} look="secondary" className="w-full">
        See your work
      </ButtonLink>
      <p className="mt-3 text-sm text-soft">
        {state === 'paused'
          ? 'Your enrollment is paused. What you did is kept.'
          : from
            ? `You are enrolled. It begins on ${from}.`
            : 'Your time in this course has ended. What you did is kept.'}
      </p>
    </>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="text-sm">
      <h2 className="mb-2 text-lg">{title}</h2>
      {children}
    </div>
  );
}
