import type { Metadata } from 'next';
import Link from 'next/link';
import { ProofField } from '@/components/account/proof-field';
import { NewSecret } from '@/components/admin/new-secret';
import { ScopeFields } from '@/components/admin/scope-fields';
import { TokenList } from '@/components/admin/token-list';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { listApiTokens } from '@/features/api-tokens/list-api-tokens';
import { tokenLifetimes } from '@/rules/accounts/api-scopes';
import { call } from '@/server/call';
import { makeTokenAction, revokeTokenAction } from './actions';

export const metadata: Metadata = { title: 'API tokens' };

export default async function ApiTokensPage() {
  const { tokens, fresh } = await call(listApiTokens, {});
  return (
    <Page>
      <PageTitle lead="With a token another system works here as whoever made it: within its scopes, and only as long as that person may it themselves.">
        API tokens
      </PageTitle>
      <p className="-mt-3 mb-8">
        <Link href="/admin/api" prefetch={false} className="text-accent underline underline-offset-4">
          What can be asked, and how
        </Link>
      </p>
      <section aria-labelledby="make" className="mb-12 max-w-xl">
        <h2 id="make" className="mb-4 text-2xl">
          A new token
        </h2>
        <Form
          action={makeTokenAction}
          submitLabel="Make the token"
          pendingLabel="Making …"
          doneMessage="The token is made."
          className="grid justify-items-stretch gap-5 [&>button]:justify-self-start"
        >
          <NewSecret />
          <Field
            name="name"
            label="Name"
            hint="What will use it, for example “Student records”."
            maxLength={100}
          />
          <ScopeFields />
          <SelectField
            name="days"
            label="It lives for"
            options={tokenLifetimes.map((days) => ({ value: String(days), label: `${days} days` }))}
            defaultValue="90"
          />
          <ProofField fresh={fresh} why="Asked again because a token opens people's data." />
        </Form>
      </section>
      <section aria-labelledby="there-are">
        <h2 id="there-are" className="mb-4 text-2xl">
          Tokens
        </h2>
        {tokens.length > 0 ? (
          <TokenList
            tokens={tokens}
            now={new Date()}
            revoke={({ id, name }) => (
              <Form
                action={revokeTokenAction}
                submitLabel={
                  <>
                    Revoke <span className="visually-hidden">{name}</span>
                  </>
                }
                pendingLabel="Revoking …"
                look="danger"
              >
                <input type="hidden" name="tokenId" value={id} />
              </Form>
            )}
          />
        ) : (
          <Empty title="There is no token">No other system has access.</Empty>
        )}
      </section>
    </Page>
  );
}
