import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { AttemptFacts } from '@/components/grading/attempt-facts';
import { ReviewedQuestion } from '@/components/lesson/quiz/reviewed-question';
import { Page, PageTitle } from '@/components/ui/page';
import { getLearnersAttempt } from '@/features/learning/oversight/get-learners-attempt';
import { call } from '@/server/call';

type Props = { params: Promise<{ course: string; lesson: string; attempt: string }> };

const load = cache((course: string, lesson: string, attempt: string) =>
  call(getLearnersAttempt, { course, lesson, attempt }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson, attempt } = await params;
  const { learner, number, quiz } = await load(course, lesson, attempt);
  return { title: `${learner.name}, attempt ${number}: ${quiz.title}` };
}

export default async function LearnersAttemptPage({ params }: Props) {
  const { course, lesson, attempt } = await params;
  const screen = await load(course, lesson, attempt);
  const { quiz, learner, questions } = screen;
  const room = `/teach/${course}/quizzes/${lesson}`;
  return (
    <Page width="text">
      <p className="mb-3">
        <Link href={room} prefetch={false} className="preview-link">
          All attempts at “{quiz.title}”
        </Link>
      </p>
      <PageTitle>
        {learner.name}, attempt {screen.number}
      </PageTitle>
      <AttemptFacts attempt={screen} rosterHref={`/teach/${course}/roster/${learner.enrollmentId}`} />
      <ol className="attempt-questions">
        {questions.map((question, index) => (
          <li key={question.block.id}>
            <ReviewedQuestion question={question} number={index + 1} of={questions.length} reader="staff" />
            <p className="mt-2 text-sm">
              <Link
                href={`${room}/questions/${question.block.id}?edition=${screen.edition}`}
                prefetch={false}
                className="preview-link"
              >
                What everybody answered to question {index + 1}
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}
