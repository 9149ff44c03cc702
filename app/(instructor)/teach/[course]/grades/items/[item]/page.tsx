import type { Metadata } from 'next';
import Link from 'next/link';
import { RowChart } from '@/components/charts/row-chart';
import { ItemSpread } from '@/components/grading/item-grades';
import { Page, PageTitle } from '@/components/ui/page';
import { getItemGrades } from '@/features/learning/gradebook/get-item-grades';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Grades of an item' };

const kinds = {
  quiz: 'A graded quiz',
  work: 'Written work',
  column: 'A column that is written by hand',
} as const;

type Props = { params: Promise<{ course: string; item: string }> };

export default async function ItemGradesPage({ params }: Props) {
  const { course, item } = await params;
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
