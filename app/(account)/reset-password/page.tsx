import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { checkResetLink } from '@/features/accounts/check-reset-link';
import { passwordLength } from '@/rules/accounts/accounts';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { type SearchParams, searchParam } from '../search-params';
import { resetPasswordAction } from './actions';

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } };

/** Opening the link uses nothing up: programs that check mail open links too. */
export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await searchParam(searchParams, 'token')).slice(0, 200);
  const works = await call(checkResetLink, { token });
  return (
    <Page width="narrow">
      <PageTitle>Set a new password</PageTitle>
      {works ? (
        <Form
          action={resetPasswordAction}
          submitLabel="Set the password"
          pendingLabel="Setting the password …"
        >
          <input type="hidden" name="token" value={token} />
          <Field
            name="newPassword"
            label="New password"
            hint={`At least ${passwordLength.min} characters. Every device will be signed out.`}
            type="password"
            autoComplete="new-password"
            required
          />
        </Form>
      ) : (
        <div className="grid justify-items-start gap-6">
          <Notice tone="bad">{refusals['link-expired']}</Notice>
          <ButtonLink href="/forgot-password">Ask for a new link</ButtonLink>
        </div>
      )}
    </Page>
  );
}
