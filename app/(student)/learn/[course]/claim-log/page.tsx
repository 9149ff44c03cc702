import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { ClaimLogView } from '@/components/lesson/claims/claim-log';
import { Page, PageTitle } from '@/components/ui/page';
import { getClaimLog } from '@/features/learning/claims/get-claim-log';
import { call, viewer } from '@/server/call';
import { deleteClaimEntryAction, restoreClaimEntryAction } from './actions';

type Search = { lesson?: string | string[]; out?: string | string[] };
type Props = { params: Promise<{ course: string }>; searchParams: Promise<Search> };

const load = cache((course: string) => call(getClaimLog, { course }));
const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await params;
  return { title: `Claim log: ${(await load(course)).course.title}`, robots: { index: false } };
}

export default async function ClaimLogPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { lesson, out } = await searchParams;
  const log = await load(course);
  const writes = log.mayLearn && !(await viewer())?.viewedBy;
  return (
    <Page width="text">
      <p className="attempt-way">
        <Link href={`/learn/${course}`} prefetch={false}>
          {log.course.title}
        </Link>
      </p>
      <PageTitle lead="One claim at a time: who says it and how, what carries it, and what would change your mind. Only you see it, until you hand in a copy.">
        Your claim log
      </PageTitle>
      {log.handedInAt.map(({ id, title }) => (
        <p key={id} className="claim-log-due">
          It is handed in at{' '}
          <Link href={`/learn/${course}/${id}#work`} prefetch={false}>
            {title}
          </Link>
          .
        </p>
      ))}
      <ClaimLogView
        log={log}
        home={`/learn/${course}/claim-log`}
        lesson={one(lesson)}
        justDeleted={one(out)}
        actions={writes ? { remove: deleteClaimEntryAction, restore: restoreClaimEntryAction } : null}
      />
    </Page>
  );
}
