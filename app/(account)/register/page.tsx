import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CheckMail } from '@/components/account/check-mail';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { lifetimes, passwordLength } from '@/rules/accounts/accounts';
import { isEmbedded, viewer } from '@/server/call';
import { registerAction } from './actions';

export const metadata: Metadata = {
  title: 'Create an account',
  description: 'Register to enroll in courses and keep your progress.',
};

export default async function RegisterPage() {
  if (await viewer()) redirect('/');
  const done = (
    <CheckMail title="Now look into your mail" embedded={isEmbedded()}>
      We have sent you a mail. The link in it confirms your address and works for{' '}
      {lifetimes.confirmLinkMinutes / 60} hours. You can <Link href="/sign-in">sign in</Link> before that; to
      enroll in a course, the address must be confirmed.
    </CheckMail>
  );
  return (
    <Page width="narrow">
      <PageTitle lead="To enroll in courses and to keep your progress on every device.">
        Create an account
      </PageTitle>
      <Form
        action={registerAction}
        submitLabel="Create the account"
        pendingLabel="Creating the account …"
        done={done}
      >
        <Field name="name" label="Name" hint="As instructors will see it." autoComplete="name" required />
        <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
        <Field
          name="password"
          label="Password"
          hint={`At least ${passwordLength.min} characters. A few words in a row are good.`}
          type="password"
          autoComplete="new-password"
          required
        />
      </Form>
      <p className="mt-6 border-t border-rule pt-3">
        <span className="inline-flex min-h-11 items-center">
          Registered already?&nbsp;<Link href="/sign-in">Sign in</Link>
        </span>
      </p>
    </Page>
  );
}
