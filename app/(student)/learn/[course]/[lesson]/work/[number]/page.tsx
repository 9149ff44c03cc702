import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { PeerReviews } from '@/components/lesson/work/peer-reviews';
import { WorkResult } from '@/components/lesson/work/work-result';
import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';
import { getMyReviews } from '@/features/learning/peers/get-my-reviews';
import { getMyWork } from '@/features/learning/work/get-my-work';
import { call } from '@/server/call';
import { disputeReviewAction, markReviewAction } from '../../review/actions';

type Props = {
  params: Promise<{ course: string; lesson: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache((course: string, lesson: string, number: string) =>
  call(getMyWork, { course, lesson, number }),
);

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { course, lesson, number } = await params;
  return {
    title: `Your work: ${(await load(course, lesson, number)).lesson.title}`,
    robots: { index: false },
  };
}

export default async function WorkPage({ params, searchParams }: Props) {
  const { course, lesson, number } = await params;
  const work = await load(course, lesson, number);
  return (
    <Page width={work.comments.length > 0 ? 'wide' : 'text'}>
      <p className="attempt-way">
        <Link href={`/learn/${course}`} prefetch={false}>
          {work.course.title}
        </Link>
      </p>
      <PageTitle>
        {work.lesson.title}
        {work.number > 1 && `, version ${work.number}`}
      </PageTitle>
      <WorkResult work={work} />
      <PeerReviews
        of={await call(getMyReviews, { course, lesson, number })}
        place={{ course, lesson, number: work.number }}
        mark={markReviewAction}
        dispute={disputeReviewAction}
        asks={Number((await searchParams).ask)}
      />
      {work.open && (
        <p className="mt-6">
          <ButtonLink href={`/learn/${course}/${lesson}#work`}>Go on writing</ButtonLink>
        </p>
      )}
    </Page>
  );
}
