import type { Metadata } from 'next';
import Link from 'next/link';
import { CourseDerivation } from '@/components/grading/derivation';
import { GradeCard } from '@/components/grading/grade-card';
import { GradeForm } from '@/components/grading/grade-form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getLearnerGrades } from '@/features/learning/gradebook/get-learner-grades';
import { call } from '@/server/call';
import { removeOverrideAction, setGradeAction } from './actions';

export const metadata: Metadata = { title: 'Grades of a learner' };

type Props = {
  params: Promise<{ course: string; enrollment: string }>;
  searchParams: Promise<{ item?: string | string[]; did?: string | string[] }>;
};

export default async function LearnerGradesPage({ params, searchParams }: Props) {
  const { course, enrollment } = await params;
  const { item: asked, did } = await searchParams;
  const learner = await call(getLearnerGrades, { course, enrollment });
  const { name, cohort, total, passed, missing, parts, items, mayGrade } = learner;
  const done = items.find(({ id }) => id === did);
  const here = `/teach/${course}/grades/people/${enrollment}`;
  return (
    <Page width="text">
      <Link href={`/teach/${course}/grades`} prefetch={false} className="roster-back">
        ← Grades
      </Link>
      <PageTitle lead={cohort ? `Cohort ${cohort}` : undefined}>{name}</PageTitle>
      <div className="grid gap-8">
        {done && <Notice tone="good">The grade in “{done.title}” is kept.</Notice>}
        <section aria-labelledby="total" className="grid gap-2">
          <h2 id="total" className="text-2xl">
            {total === null ? 'No grade yet' : `${total} % so far`}
            {passed && ', passed'}
          </h2>
          <p className="text-soft">Grades that the learner does not see yet are in it.</p>
          {missing.length > 0 && (
            <ul className="list-disc pl-5">
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <CourseDerivation parts={parts} />
        </section>
        {items.length === 0 ? (
          <Empty title="Nothing is graded here">This course has no graded quiz and no column.</Empty>
        ) : (
          <ul className="grid gap-4">
            {items.map((grade) => {
              const open = mayGrade && grade.id === asked;
              return (
                <GradeCard
                  key={grade.id}
                  grade={grade}
                  setHref={mayGrade && !open ? `${here}?item=${encodeURIComponent(grade.id)}#set` : null}
                >
                  {open && (
                    <GradeForm
                      course={course}
                      enrollment={enrollment}
                      grade={grade}
                      set={setGradeAction}
                      remove={removeOverrideAction}
                    />
                  )}
                </GradeCard>
              );
            })}
          </ul>
        )}
      </div>
    </Page>
  );
}
