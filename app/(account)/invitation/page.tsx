import type { Metadata } from 'next';
import { acceptInvitationAction, refuseInvitationAction } from '@/app/(public)/courses/[slug]/actions';
import { InvitationForms } from '@/components/course/enroll-standing';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getInvitation, type Invitation } from '@/features/enrollment/invitations/get-invitation';
import { passwordLength } from '@/rules/accounts/accounts';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { type SearchParams, searchParam } from '../search-params';
import { claimInvitationAction, declineByLinkAction } from './actions';

export const metadata: Metadata = { title: 'Your invitation', robots: { index: false } };

/** Opening the link uses nothing up: programs that check mail open links too. */
export default async function InvitationPage({ searchParams }: { searchParams: SearchParams }) {
  if ((await searchParam(searchParams, 'answer')) === 'declined') return <Declined />;
  const token = (await searchParam(searchParams, 'token')).slice(0, 200);
  const invitation = await call(getInvitation, { token });
  if (!invitation)
    return (
      <Page width="narrow">
        <PageTitle>Your invitation</PageTitle>
        <div className="grid justify-items-start gap-6">
          <Notice tone="bad" title="This link does not work any more">
            It was used already, or its time is over. If you took the seat, the course is under My learning.
            If not, ask whoever invited you for another invitation.
          </Notice>
          <ButtonLink href="/learn">My learning</ButtonLink>
        </div>
      </Page>
    );
  const { course } = invitation;
  return (
    <Page width="narrow">
      <PageTitle lead={course ? <Seat course={course} /> : 'An account was prepared for you. Make it yours.'}>
        {course ? `You are invited to “${course.title}”` : 'Your account'}
      </PageTitle>
      {course && !course.held && invitation.next !== 'other-person' ? (
        <Notice>{refusals['seat-gone']}</Notice>
      ) : (
        <Next invitation={invitation} token={token} />
      )}
    </Page>
  );
}

function Declined() {
  return (
    <Page width="narrow">
      <PageTitle>Your invitation</PageTitle>
      <Notice tone="good" title="Declined">
        The seat is free for somebody else. If you change your mind, ask whoever invited you for another
        invitation.
      </Notice>
    </Page>
  );
}

function Seat({ course: { cohort, until } }: { course: NonNullable<Invitation['course']> }) {
  const words = [cohort, until && `The seat is held for you until ${until}.`].filter(Boolean);
  return words.length > 0 ? words.join('. ').replace('..', '.') : 'A seat is held for you.';
}

/** What is to be done now, by whoever opened the link. */
function Next({
  invitation: { next, email, name, course },
  token,
}: {
  invitation: Invitation;
  token: string;
}) {
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  if (next === 'other-person')
    return <Notice title="This is for somebody else">{refusals['signed-in-as-another']}</Notice>;
  if (next === 'sign-in')
    return (
      <div className="grid justify-items-start gap-4">
        <p>
          The invitation is for the account <strong className="break-all">{email}</strong>. Sign in, and you
          come back here.
        </p>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</ButtonLink>
      </div>
    );
  if (next === 'accept')
    return course ? (
      <InvitationForms slug={course.slug} accept={acceptInvitationAction} refuse={refuseInvitationAction} />
    ) : (
      <ButtonLink href="/learn">My learning</ButtonLink>
    );
  return (
    <>
      <p className="mb-5">
        Your account is for <strong className="break-all">{email}</strong>. Give your name as others see it,
        and choose a password.
      </p>
      <Form
        action={claimInvitationAction}
        submitLabel={course ? 'Take the seat' : 'Make the account mine'}
        pendingLabel="One moment …"
      >
        <input type="hidden" name="token" value={token} />
        <Field name="name" label="Name" defaultValue={name} maxLength={100} autoComplete="name" />
        <Field
          name="newPassword"
          label="Password"
          hint={`At least ${passwordLength.min} characters.`}
          type="password"
          autoComplete="new-password"
          required
        />
      </Form>
      {course && (
        <details className="mt-6 border-t border-rule pt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
            I do not want this
          </summary>
          <p className="my-3 text-soft">
            The seat goes to somebody else, and the people of the course see that you declined. You need no
            account for it, and this link then stops working. If you do nothing, the seat is free when the
            time is over.
          </p>
          <Form
            action={declineByLinkAction}
            submitLabel="Decline the invitation"
            pendingLabel="Declining …"
            look="secondary"
          >
            <input type="hidden" name="token" value={token} />
          </Form>
        </details>
      )}
    </>
  );
}
