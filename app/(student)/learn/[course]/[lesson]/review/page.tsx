import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { ReviewRoom } from '@/components/lesson/work/reviewing';
import { Page, PageTitle } from '@/components/ui/page';
import { getReviewing } from '@/features/learning/peers/get-reviewing';
import { call } from '@/server/call';
import { askReviewAction, giveReviewAction, scoreSampleAction } from './actions';

type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache((course: string, lesson: string) => call(getReviewing, { course, lesson }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  return { title: `Reviewing: ${(await load(course, lesson)).lesson.title}`, robots: { index: false } };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { course, lesson } = await params;
  const screen = await load(course, lesson);
  return (
    <Page width="text">
      <p className="attempt-way">
        <Link href={`/learn/${course}/${lesson}#work`} prefetch={false}>
          {screen.lesson.title}
        </Link>
      </p>
      <PageTitle>Review the work of others</PageTitle>
      <ReviewRoom
        screen={screen}
        ask={askReviewAction}
        score={scoreSampleAction}
        give={giveReviewAction}
        nothing={(await searchParams).none !== undefined && screen.held === null}
      />
    </Page>
  );
}
