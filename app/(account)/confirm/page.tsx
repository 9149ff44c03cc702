import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { viewer } from '@/server/call';
import { type SearchParams, searchParam } from '../search-params';
import { confirmAction } from './actions';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } };

/** Opening the link does nothing yet: programs that check mail open links too. The button does it. */
export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const [token, actor] = await Promise.all([searchParam(searchParams, 'token'), viewer()]);
  const done = (
    <div className="grid justify-items-start gap-5">
      <div>
        <h2 className="text-xl">Your address is confirmed</h2>
        <p className="mt-2">You can enroll in courses now.</p>
      </div>
      {actor ? (
        <ButtonLink href="/courses">See the courses</ButtonLink>
      ) : (
        <ButtonLink href="/sign-in?next=/courses">Sign in</ButtonLink>
      )}
    </div>
  );
  return (
    <Page width="narrow">
      <PageTitle>Confirm your address</PageTitle>
      <Form action={confirmAction} submitLabel="Confirm my address" pendingLabel="Confirming …" done={done}>
        <p>Press the button to confirm that the mail reached you.</p>
        <input type="hidden" name="token" value={token} />
      </Form>
      <p className="mt-6 border-t border-rule pt-4 text-sm text-soft">
        The link works once. If it has expired, sign in and ask for a new one on your{' '}
        <a href="/account#address">account page</a>.
      </p>
    </Page>
  );
}
