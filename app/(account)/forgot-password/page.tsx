import type { Metadata } from 'next';
import { CheckMail } from '@/components/account/check-mail';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { lifetimes } from '@/rules/accounts/accounts';
import { isEmbedded } from '@/server/call';
import { forgotPasswordAction } from './actions';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ForgotPasswordPage() {
  const done = (
    <CheckMail title="Now look into your mail" embedded={isEmbedded()}>
      If an account has this address, a mail is on its way. The link in it works once, within{' '}
      {lifetimes.resetLinkMinutes} minutes.
    </CheckMail>
  );
  return (
    <Page width="narrow">
      <PageTitle lead="We send you a link with which you set a new one.">Forgotten password</PageTitle>
      <Form action={forgotPasswordAction} submitLabel="Send me the link" pendingLabel="Sending …" done={done}>
        <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
      </Form>
    </Page>
  );
}
