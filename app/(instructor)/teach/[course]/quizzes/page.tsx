import type { Metadata } from 'next';
import { QuizzesTable } from '@/components/roster/attempts/quizzes-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listQuizzes } from '@/features/learning/oversight/list-quizzes';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Quizzes' };

export default async function QuizzesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { quizzes } = await call(listQuizzes, { course });
  return (
    <Page>
      <PageTitle lead="What learners did in each quiz. A median and a share are of the best attempt of each learner who handed one in.">
        Quizzes
      </PageTitle>
      {quizzes.length === 0 ? (
        <Empty
          title="There is no quiz yet"
          action={
            <ButtonLink look="secondary" href={`/teach/${course}/outline`}>
              To the outline
            </ButtonLink>
          }
        >
          A lesson becomes a quiz in its details. Once it is published, the attempts of its learners stand
          here.
        </Empty>
      ) : (
        <QuizzesTable course={course} quizzes={quizzes} />
      )}
    </Page>
  );
}
