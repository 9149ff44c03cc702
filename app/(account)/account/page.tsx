import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Section } from '@/components/account/section';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { roleWords } from '@/components/ui/role-words';
import { getQuiet } from '@/features/accounts/get-quiet';
import { listSessions } from '@/features/accounts/list-sessions';
import { passwordLength } from '@/rules/accounts/accounts';
import { call, isEmbedded, signInPath, viewer } from '@/server/call';
import { changeNameAction, changePasswordAction, setQuietAction } from './actions';
import { Address } from './address';
import { Devices } from './devices';

export const metadata: Metadata = { title: 'Your account' };

/** What stands here for somebody who looks at a student's pages: the account is the student's alone. */
const NotShown = () => (
  <Page>
    <PageTitle lead="Their address, password and devices are shown to nobody else.">Their account</PageTitle>
  </Page>
);

export default async function AccountPage() {
  const actor = await viewer();
  if (!actor || actor.role === 'platform') redirect(await signInPath());
  if (actor.viewedBy) return <NotShown />;
  const [sessions, { quiet }] = await Promise.all([call(listSessions, {}), call(getQuiet, {})]);
  return (
    <Page>
      <PageTitle lead={actor.role === 'student' ? undefined : roleWords[actor.role]}>Your account</PageTitle>
      <Section id="name-heading" title="Name" about="As instructors and other people of your courses see it.">
        <Form
          action={changeNameAction}
          submitLabel="Save the name"
          pendingLabel="Saving …"
          doneMessage="Your name is saved."
          look="secondary"
          className="grid justify-items-start gap-5"
        >
          <Field name="name" label="Name" defaultValue={actor.name} autoComplete="name" className="w-full" />
        </Form>
      </Section>
      <Section id="address" title="E-mail address" about="You sign in with it, and mail goes to it.">
        <Address email={actor.email} confirmed={actor.emailConfirmed} embedded={isEmbedded()} />
      </Section>
      <Section
        id="reminders"
        title="Reminders"
        about="Your instructors can remind you of a course by mail. Mail about what you do yourself, such as a new password, is sent all the same."
      >
        <Form
          action={setQuietAction}
          submitLabel="Save"
          pendingLabel="Saving …"
          doneMessage="Saved."
          look="secondary"
          className="grid justify-items-start gap-5"
        >
          <label className="inline-flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="quiet"
              key={String(quiet)}
              defaultChecked={quiet}
              className="size-5 shrink-0 accent-accent"
            />
            No reminders by mail
          </label>
        </Form>
      </Section>
      <Section id="password" title="Password" about="A new password signs out every other device.">
        <Form
          action={changePasswordAction}
          submitLabel="Change the password"
          pendingLabel="Changing …"
          doneMessage="Your password is changed, and every other device was signed out."
          look="secondary"
          className="grid justify-items-start gap-5"
        >
          <Field
            name="currentPassword"
            label="Current password"
            type="password"
            autoComplete="current-password"
            className="w-full"
          />
          <Field
            name="newPassword"
            label="New password"
            hint={`At least ${passwordLength.min} characters.`}
            type="password"
            autoComplete="new-password"
            className="w-full"
          />
        </Form>
      </Section>
      <Section
        id="devices"
        title="Devices"
        about="Where you are signed in. Sign out what you do not know, and change your password."
      >
        <Devices sessions={sessions} now={new Date()} />
      </Section>
      <Section
        id="history"
        title="History"
        about="What was done with your account, by you and by others, as the site recorded it."
      >
        <ButtonLink look="secondary" href="/account/history">
          See your history
        </ButtonLink>
      </Section>
      <Section id="leave" title="Sign out" about="Do this on a computer that others use too.">
        <form method="post" action="/api/sign-out">
          <Button look="secondary">Sign out on this device</Button>
        </form>
      </Section>
    </Page>
  );
}
