import type { Metadata } from 'next';
import Link from 'next/link';
import { RowChart } from '@/components/charts/row-chart';
import { ItemSpread } from '@/components/grading/item-grades';
import { ReleaseSection } from '@/components/grading/release-section';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getItemGrades } from '@/features/learning/gradebook/get-item-grades';
import { oneOfThese } from '@/rules/tables/table-view';
import { call } from '@/server/call';
import { releaseGradesAction, withholdGradesAction } from './actions';

export const metadata: Metadata = { title: 'Grades of an item' };

const kinds = {
  quiz: 'A graded quiz',
  work: 'Written work',
  column: 'A column that is written by hand',
} as const;

type Props = {
  params: Promise<{ course: string; item: string }>;
  searchParams: Promise<
    Record<'do' | 'cohort' | 'released' | 'mails' | 'hidden', string | string[] | undefined>
  >;
};

const isCount = (value: unknown): boolean => /^\d{1,7}$/.test(String(value));

export default async function ItemGradesPage({ params, searchParams }: Props) {
  const { course, item } = await params;
  const { do: asked, cohort, released, mails, hidden } = await searchParams;
  const deed = oneOfThese(['release', 'hide'], String(asked));
  const grades = await call(getItemGrades, { course, item: decodeURIComponent(item) });
  const { title, kind, points, required, gone } = grades.item;
  const facts = [
    kinds[kind],
    `${points} points`,
    required && 'has to be passed',
    gone && 'not in the course any more: it counts for who has a grade in it',
  ];
  return (
    <Page width="text">
      <Link href={`/teach/${course}/grades`} prefetch={false} className="roster-back">
        ← Grades
      </Link>
      <PageTitle lead={`${facts.filter(Boolean).join(', ')}.`}>{title}</PageTitle>
      <div className="grid gap-10">
        {isCount(released) && isCount(mails) && (
          <Notice tone="good">
            Released: {String(released)}. Told by mail: {String(mails)}.
          </Notice>
        )}
        {isCount(hidden) && <Notice tone="good">Hidden again: {String(hidden)}.</Notice>}
        <ReleaseSection
          grades={grades}
          course={course}
          path={`/teach/${course}/grades/items/${grades.item.id}`}
          asked={deed && { deed, cohort: String(cohort ?? '') }}
          release={releaseGradesAction}
          hide={withholdGradesAction}
        />
        <ItemSpread
          grades={grades}
          course={course}
          chart={
            grades.bars.length > 0 && (
              <RowChart title="Learners by their grade" axis="Grade" unit="Learners" points={grades.bars} />
            )
          }
        />
      </div>
    </Page>
  );
}
