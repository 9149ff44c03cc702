import type { Metadata } from 'next';
import Link from 'next/link';
import { acceptInvitationAction, refuseInvitationAction } from '@/app/(public)/courses/[slug]/actions';
import { InvitationForms } from '@/components/course/enroll-standing';
import { ContinueCard } from '@/components/learning/continue-card';
import { isWaiting, WaitingCard } from '@/components/learning/waiting-card';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listMyLearning } from '@/features/learning/list-my-learning';
import { countReview } from '@/features/learning/review/count-review';
import { hoursAndMinutes } from '@/rules/time/duration';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'My learning' };

export default async function MyLearningPage() {
  const [{ courses }, review] = await Promise.all([call(listMyLearning, {}), call(countReview, {})]);
  const { due, minutes } = review;
  return (
    <Page>
      <PageTitle lead="Every course you are in or wait for, the one you last worked in first.">
        My learning
      </PageTitle>
      {courses.length === 0 ? (
        <Empty
          title="You are not in a course yet"
          action={<ButtonLink href="/courses">Find a course</ButtonLink>}
        >
          Once you enroll, the course stands here with your progress and your next step.
        </Empty>
      ) : (
        <div className="grid gap-5">
          {courses.map((course) =>
            isWaiting(course) ? (
              <WaitingCard key={course.slug} course={course}>
                {course.state === 'invited' && (
                  <InvitationForms
                    slug={course.slug}
                    accept={acceptInvitationAction}
                    refuse={refuseInvitationAction}
                  />
                )}
              </WaitingCard>
            ) : (
              <ContinueCard key={course.slug} course={course} />
            ),
          )}
        </div>
      )}
      {courses.some((course) => course.mayLearn) && (
        <p className="mt-8">
          <Link
            href="/learn/review"
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Daily review
            {due > 0 && `: ${due} ${due === 1 ? 'card' : 'cards'}, about ${hoursAndMinutes(minutes)}`}
          </Link>
        </p>
      )}
    </Page>
  );
}
