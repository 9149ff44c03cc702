import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { safeReturnPath } from '@/rules/accounts/accounts';
import { viewer } from '@/server/call';
import { type SearchParams, searchParam } from '../search-params';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

const after: Record<string, string> = {
  'sign-out': 'You are signed out on this device.',
  claimed: 'The account is yours. Sign in with your address and the password you chose.',
  'password-reset': 'Your new password is set, and every device was signed out. Sign in with it now.',
};

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeReturnPath(await searchParam(searchParams, 'next'), '/');
  if (await viewer()) redirect(next);
  const message = after[await searchParam(searchParams, 'after')];
  return (
    <Page width="narrow">
      <PageTitle>Sign in</PageTitle>
      <div className="grid gap-6">
        {message && <Notice tone="good">{message}</Notice>}
        <Form action={signInAction} submitLabel="Sign in" pendingLabel="Signing in …">
          <input type="hidden" name="next" value={next} />
          <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
          <Field name="password" label="Password" type="password" autoComplete="current-password" required />
        </Form>
        <p className="flex flex-wrap gap-x-6 border-t border-rule pt-3">
          <Link
            href="/forgot-password"
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Forgot your password?
          </Link>
          <Link
            href="/register"
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Create an account
          </Link>
        </p>
      </div>
    </Page>
  );
}
