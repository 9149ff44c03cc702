import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiDoor, WithCode } from '@/components/admin/api-door';
import { Page, PageTitle } from '@/components/ui/page';
import { describeApi } from '@/features/enrollment/api/describe-api';
import { answerKeptHours, apiGuesses, apiLimits } from '@/rules/accounts/api-scopes';
import { call, siteAddress } from '@/server/call';

export const metadata: Metadata = { title: 'API' };

const rules = [
  'Requests carry a token: `Authorization: Bearer …`. Cookies are not looked at.',
  `A token may ask ${apiLimits.read} times a minute and write ${apiLimits.write} times. Beyond that the answer is 429, and \`Retry-After\` says how long to wait.`,
  `So it is after ${apiGuesses} tokens that do not hold from one network address in a minute. A token that holds is answered all the same.`,
  `A POST may name an \`Idempotency-Key\`. The same key and request within ${answerKeptHours} hours is done once and answered the same; another request with that key is answered with 409.`,
  'Lists come a page at a time: ask again with `cursor` set to what `next` was, until it is null.',
  'Every error is a problem document (`application/problem+json`). What is not there, and what is not for this token, are the same 404.',
];

export default async function ApiPage() {
  const doors = await call(describeApi, { address: siteAddress() });
  return (
    <Page>
      <PageTitle lead="What other systems can ask and do: the same as in the studio, by the same rules.">
        API
      </PageTitle>
      <p className="-mt-3 mb-6">
        <Link href="/admin/api-tokens" prefetch={false} className="text-accent underline underline-offset-4">
          Tokens
        </Link>
        {' · '}
        <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-4">
          OpenAPI 3.1 document
        </a>
      </p>
      <ul className="mb-10 grid max-w-prose list-disc gap-2 pl-5">
        {rules.map((rule) => (
          <li key={rule}>
            <WithCode words={rule} />
          </li>
        ))}
      </ul>
      {doors.map((door) => (
        <ApiDoor key={door.id} door={door} />
      ))}
    </Page>
  );
}
