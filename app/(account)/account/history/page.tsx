import type { Metadata } from 'next';
import Link from 'next/link';
import { OwnDeeds, OwnMoves } from '@/components/audit/own-history';
import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';
import { listOwnHistory } from '@/features/audit/list-own-history';
import { call } from '@/server/call';
import { type SearchParams, searchParam } from '../../search-params';

export const metadata: Metadata = { title: 'Your history' };

export default async function HistoryPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParam(searchParams, 'before');
  const before = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
  const { deeds, older, enrollments } = await call(listOwnHistory, { before });
  return (
    <Page width="text">
      <Link
        href="/account"
        prefetch={false}
        className="mb-3 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
      >
        ← Your account
      </Link>
      <PageTitle lead="What you did on this site and what was done with your account, newest first. It is kept and cannot be changed.">
        Your history
      </PageTitle>
      {before === null && <OwnMoves moves={enrollments} />}
      <OwnDeeds deeds={deeds} />
      <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-between gap-4">
        {before === null ? (
          <span />
        ) : (
          <ButtonLink look="secondary" href="/account/history">
            Newest
          </ButtonLink>
        )}
        {older !== null && (
          <ButtonLink look="secondary" href={`/account/history?before=${older}`}>
            Older
          </ButtonLink>
        )}
      </nav>
    </Page>
  );
}
