import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listReceipts } from '@/features/learning/list-receipts';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ before?: string }>;
};

const load = cache((course: string, before: string | null) => call(listReceipts, { course, before }));

/** Loads before it names the page, so that a page one may not see has not even a title. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await load((await params).course, (await searchParams).before ?? null);
  return { title: 'Your receipts' };
}

const when = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

const says = (kind: string, correct: boolean | null): string =>
  kind === 'viewed' ? 'Read' : correct ? 'Answered right' : 'Answered, not yet right';

export default async function RecordPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { before } = await searchParams;
  const { receipts, title, older, slug } = await load(course, before ?? null);
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Everything the platform has recorded of your work in{' '}
            <Link href={`/learn/${slug}`} prefetch={false} className="underline underline-offset-4">
              {title}
            </Link>
            . Your progress is worked out from these rows and nothing else; none is ever changed.
          </>
        }
      >
        Your receipts
      </PageTitle>
      {receipts.length === 0 ? (
        <Empty
          title="Nothing is recorded yet"
          action={<ButtonLink href={`/learn/${slug}`}>To the course</ButtonLink>}
        >
          The first step you take in a lesson appears here.
        </Empty>
      ) : (
        <>
          <ol className="divide-y divide-rule border-y border-rule">
            {receipts.map((receipt) => (
              <li key={receipt.id} className="grid gap-x-4 py-3 sm:grid-cols-[13rem_11rem_1fr]">
                <time dateTime={receipt.at.toISOString()} className="text-sm text-soft">
                  {when.format(receipt.at)} UTC
                </time>
                <span className={receipt.correct === false ? 'text-bad' : 'text-good'}>
                  {says(receipt.kind, receipt.correct)}
                </span>
                <span>
                  {receipt.block}
                  <span className="block text-sm text-soft">
                    {receipt.lesson} · receipt {receipt.id}
                  </span>
                </span>
              </li>
            ))}
          </ol>
          {older && (
            <p className="mt-6">
              <ButtonLink look="secondary" href={`/learn/${slug}/record?before=${older}`}>
                Older receipts
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </Page>
  );
}
