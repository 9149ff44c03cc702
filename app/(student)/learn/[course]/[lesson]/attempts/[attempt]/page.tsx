import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { AttemptPlayer } from '@/components/lesson/quiz/attempt-player';
import { AttemptReview } from '@/components/lesson/quiz/attempt-review';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getAttempt } from '@/features/learning/quizzes/get-attempt';
import { call } from '@/server/call';
import { handInAction } from '../../actions';

type Props = {
  params: Promise<{ course: string; lesson: string; attempt: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

const load = cache((course: string, lesson: string, attempt: string) =>
  call(getAttempt, { course, lesson, attempt }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson, attempt } = await params;
  const screen = await load(course, lesson, attempt);
  return { title: `Attempt ${screen.number}: ${screen.lesson.title}`, robots: { index: false } };
}

export default async function AttemptPage({ params, searchParams }: Props) {
  const { course, lesson, attempt } = await params;
  const { problem } = await searchParams;
  const screen = await load(course, lesson, attempt);
  const home = `/learn/${course}/${lesson}`;
  const { running } = screen;
  const said = typeof problem === 'string' ? problem : null;
  return (
    <Page width="text">
      <p className="attempt-way">
        <Link href={home} prefetch={false}>
          {screen.lesson.title}
        </Link>
      </p>
      <PageTitle>Attempt {screen.number}</PageTitle>
      {running ? (
        <AttemptPlayer
          place={{
            course,
            lesson: screen.lesson.id,
            attempt: screen.number,
            enrollmentId: screen.enrollmentId,
          }}
          questions={running.questions}
          confidence={screen.rules.confidence === true}
          dueAt={screen.dueAt}
          now={screen.now}
          problem={said}
          submit={handInAction}
        />
      ) : (
        <>
          {/* Sent by a plain form after the time was over. */}
          {said && <Notice tone="bad">{said}</Notice>}
          <AttemptReview screen={screen} home={home} />
        </>
      )}
    </Page>
  );
}
