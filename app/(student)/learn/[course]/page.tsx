import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { withdrawAction } from '@/app/(public)/courses/[slug]/actions';
import { ContinueCard } from '@/components/learning/continue-card';
import { ModuleStanding } from '@/components/learning/module-standing';
import { OwnCohort } from '@/components/learning/own-cohort';
import { OwnWork } from '@/components/learning/own-work';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getStanding } from '@/features/learning/get-standing';
import { listMyWork } from '@/features/learning/work/list-my-work';
import { refusals } from '@/rules/refusals';
import { formatDeadline } from '@/rules/time/deadline';
import { call } from '@/server/call';

type Props = { params: Promise<{ course: string }> };

const load = cache((course: string) => call(getStanding, { course }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `My progress in ${(await load((await params).course)).title}` };
}

/** Why the lessons are shut. */
function shutWords({ state, startsAt }: Awaited<ReturnType<typeof load>>): string {
  if (state === 'withdrawn') return 'You left this course';
  if (state === 'removed') return 'You are not in this course any more';
  if (state === 'requested') return refusals['request-waits'];
  if (state === 'waitlisted') return refusals['already-waiting'];
  if (state === 'invited') return refusals['invitation-waits'];
  if (state === 'paused') return 'Your enrollment is paused';
  return startsAt ? 'This course has not begun yet' : 'Your time in this course has ended';
}

export default async function StandingPage({ params }: Props) {
  const { course } = await params;
  const standing = await load(course);
  const { enrolled, mayLearn, modules, slug } = standing;
  const works = enrolled ? (await call(listMyWork, { course })).works : [];
  return (
    <Page>
      <PageTitle lead={standing.summary}>{standing.title}</PageTitle>
      {!enrolled && (
        <Notice title="You see this course as its staff">
          Edition {standing.edition}, as learners see it. Nothing you do here is recorded.
        </Notice>
      )}
      {enrolled && !mayLearn && (
        <Notice title={shutWords(standing)}>
          What you did is kept below.{' '}
          {standing.state === 'withdrawn' && (
            <Link href={`/courses/${slug}`} prefetch={false} className="underline underline-offset-4">
              Enroll again and carry on.
            </Link>
          )}
        </Notice>
      )}
      {enrolled && <ContinueCard course={{ ...standing, state: null }} />}
      {standing.completedAt && (
        <div className="mt-5">
          <Notice tone="good" title="Course complete">
            Every lesson of edition {standing.edition} is done and recorded.
          </Notice>
        </div>
      )}
      {standing.startsAt && (
        <p className="mt-4 text-soft">It begins on {formatDeadline(standing.startsAt, standing.zone)}.</p>
      )}
      {standing.endsAt && (
        <p className="mt-4 text-soft">Open until {formatDeadline(standing.endsAt, standing.zone)}.</p>
      )}
      <div className="mt-10 grid gap-10">
        {modules.map((module, index) => (
          <ModuleStanding
            key={module.id}
            slug={slug}
            module={module}
            number={index + 1}
            mayLearn={mayLearn || !enrolled}
          />
        ))}
      </div>
      {(mayLearn || !enrolled) && (
        <p className="mt-10">
          <ButtonLink look="secondary" href={`/learn/${slug}/library`}>
            Library: glossary, timeline, sources
          </ButtonLink>
        </p>
      )}
      {works.length > 0 && <OwnWork slug={slug} works={works} />}
      {standing.ownCohort && <OwnCohort cohort={standing.ownCohort} />}
      {enrolled && (
        <div className="mt-12 flex flex-wrap items-start gap-4 border-t border-rule pt-6">
          <ButtonLink look="secondary" href={`/learn/${slug}/grades`}>
            Your grades
          </ButtonLink>
          {standing.claimLog && (
            <ButtonLink look="secondary" href={`/learn/${slug}/claim-log`}>
              Your claim log
            </ButtonLink>
          )}
          <ButtonLink look="secondary" href={`/learn/${slug}/record`}>
            Your receipts
          </ButtonLink>
          <ButtonLink look="secondary" href={`/courses/${slug}`}>
            About the course
          </ButtonLink>
          {standing.state === 'active' && (
            <details className="basis-full">
              <summary className="min-h-11 cursor-pointer py-2 text-soft">Leave the course</summary>
              <p className="mb-3 max-w-prose">
                Your seat becomes free. Everything you did stays recorded, and counts again if you come back.
              </p>
              <Form
                action={withdrawAction}
                submitLabel="Leave this course"
                pendingLabel="Leaving …"
                look="danger"
              >
                <input type="hidden" name="slug" value={slug} />
              </Form>
            </details>
          )}
        </div>
      )}
    </Page>
  );
}
