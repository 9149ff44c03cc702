import type { Metadata } from 'next';
import { cache } from 'react';
import { EditionField } from '@/components/grading/edition-field';
import { QuestionsTable } from '@/components/grading/questions-table';
import { StatisticsPrint } from '@/components/grading/statistics-print';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getQuestionStatistics } from '@/features/learning/oversight/get-question-statistics';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<{ edition?: string | string[] }>;
};

const load = cache((course: string, lesson: string, edition: string) =>
  call(getQuestionStatistics, { course, lesson, edition }),
);
const chosen = ({ edition }: { edition?: string | string[] }): string =>
  typeof edition === 'string' ? edition : 'all';

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const { quiz } = await load(course, lesson, chosen(await searchParams));
  return { title: `Questions: ${quiz.title}` };
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { course, lesson } = await params;
  const edition = chosen(await searchParams);
  const { quiz, editions, questions } = await load(course, lesson, edition);
  const path = `/teach/${course}/quizzes/${lesson}/questions`;
  const asked = questions.some((question) => question.asked > 0);
  return (
    <Page>
      <PageTitle lead="How its questions fared: what should be looked at stands first, then the hardest.">
        Questions of “{quiz.title}”
      </PageTitle>
      <EditionField action={path} editions={editions} chosen={edition} any="All editions together" />
      {asked ? (
        <>
          <QuestionsTable
            questions={questions}
            hrefOf={({ id, through }) => `${path}/${id}?edition=${through}`}
          />
          <StatisticsPrint />
        </>
      ) : (
        <Empty title="Nobody has handed in an attempt yet">
          What learners answer to each question is counted here, from the first attempt on that is handed in.
        </Empty>
      )}
    </Page>
  );
}
