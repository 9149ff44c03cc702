import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { ClaimEditor } from '@/components/lesson/claims/claim-editor';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import type { EntryScreen } from '@/features/learning/claims/screen';
import { refusals } from '@/rules/refusals';
import { saveClaimEntryAction } from './actions';

/** An entry where it is written, the same for one that is begun and one that is gone on with. */
export function EntryPage({ screen, title }: { screen: EntryScreen; title: string }) {
  const { course, lesson, full } = screen;
  const log = `/learn/${course.slug}/claim-log`;
  return (
    <Page width="text">
      <p className="attempt-way">
        <Link href={log} prefetch={false}>
          Your claim log
        </Link>
      </p>
      <PageTitle
        lead={
          <>
            From{' '}
            <Link href={`/learn/${course.slug}/${lesson.id}`} prefetch={false} className="underline">
              {lesson.title}
            </Link>
          </>
        }
      >
        {title}
      </PageTitle>
      {full ? (
        <Notice title="Your log is full">{refusals['log-full']}</Notice>
      ) : (
        <ClaimEditor screen={screen} writer={randomUUID()} log={log} save={saveClaimEntryAction} />
      )}
    </Page>
  );
}
