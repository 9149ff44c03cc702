import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { checkProof } from '@/features/accounts/check-proof';
import { lifetimes, safeReturnPath } from '@/rules/accounts/accounts';
import { call } from '@/server/call';
import { type SearchParams, searchParam } from '../../search-params';
import { provePasswordAction } from './actions';

export const metadata: Metadata = { title: 'Your password again' };

export default async function ProvePage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeReturnPath(await searchParam(searchParams, 'next'), '/account');
  if (await call(checkProof, {})) redirect(next);
  return (
    <Page width="narrow">
      <PageTitle
        lead={`What comes next touches many people, so it needs your password. It then counts for ${lifetimes.provenMinutes} minutes.`}
      >
        Your password again
      </PageTitle>
      <Form action={provePasswordAction} submitLabel="Go on" pendingLabel="Looking …">
        <input type="hidden" name="next" value={next} />
        <Field
          name="password"
          label="Your own password"
          type="password"
          autoComplete="current-password"
          required
        />
      </Form>
    </Page>
  );
}
