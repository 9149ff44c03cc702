import type { Metadata } from 'next';
import Link from 'next/link';
import { GradeListView } from '@/components/grading/grade-list';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import { getGradeList } from '@/features/learning/gradebook/get-grade-list';
import { call } from '@/server/call';
import { undoGradeListAction } from '../actions';

export const metadata: Metadata = { title: 'A list of grades' };

type Props = {
  params: Promise<{ course: string; list: string }>;
  searchParams: Promise<Record<'restored' | 'left', string | string[] | undefined>>;
};

const isCount = (value: unknown): boolean => /^\d{1,7}$/.test(String(value));

export default async function GradeListPage({ params, searchParams }: Props) {
  const { course, list: id } = await params;
  const { restored, left } = await searchParams;
  const list = await call(getGradeList, { course, list: id });
  return (
    <Page width="text">
      <Link href={`/teach/${course}/grades/lists`} prefetch={false} className="roster-back">
        ← Lists of grades
      </Link>
      <PageTitle
        lead={
          <>
            {list.by ? `By ${list.by} on ` : 'On '}
            <Instant at={new Date(list.at)} />
            {list.reason && `: ${list.reason}`}
          </>
        }
      >
        A list of grades
      </PageTitle>
      {isCount(restored) && isCount(left) && (
        <div className="mb-6">
          <Notice tone="good">
            Taken back: {String(restored)}. Left as they are, because they have changed since: {String(left)}.
          </Notice>
        </div>
      )}
      <GradeListView list={list} course={course} undo={undoGradeListAction} />
    </Page>
  );
}
