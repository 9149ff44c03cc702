import type { Metadata } from 'next';
import Link from 'next/link';
import { DiffView } from '@/components/studio/publish/diff-view';
import { ImpactView } from '@/components/studio/publish/impact-view';
import { Part } from '@/components/studio/publish/part';
import { ProblemList } from '@/components/studio/publish/problem-list';
import { PublishForm } from '@/components/studio/publish/publish-form';
import { WaitingPublication } from '@/components/studio/publish/waiting-publication';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import {
  type PublicationReview,
  reviewPublication,
} from '@/features/authoring/publishing/review-publication';
import { counted } from '@/rules/counted';
import { localTime } from '@/rules/learning/release';
import { instantWords } from '@/rules/time/ago';
import { oneGrader } from '@/rules/work/moderation-words';
import { call } from '@/server/call';
import { publishAction } from './actions';

export const metadata: Metadata = { title: 'Publish' };

export default async function PublishPage({ params }: { params: Promise<{ course: string }> }) {
  const review = await call(reviewPublication, { course: (await params).course });
  return (
    <Page>
      <PageTitle lead="Read from top to bottom: what stops it, what changes, whom it touches. Nothing happens before the last button.">
        Publish
      </PageTitle>
      {review.waiting && (
        <div className="mb-8 max-w-3xl">
          <Notice title="A publication is waiting">
            <WaitingPublication publication={review.waiting} />
            <p className="mt-2">
              Until then nothing else is published. It is cancelled{' '}
              <Link href={`/teach/${review.slug}/editions`} prefetch={false} className="pub-link">
                among the editions
              </Link>
              .
            </p>
          </Notice>
        </div>
      )}
      {review.oneGrader && (
        <div className="mb-8 max-w-3xl">
          <Notice title="Nobody grades a second time">{oneGrader}</Notice>
        </div>
      )}
      <Stops review={review} />
      <Changes review={review} />
      <Touches review={review} />
      <Last review={review} />
    </Page>
  );
}

type Props = { review: PublicationReview };

const mistakes = (count: number): string =>
  count === 1 ? 'One mistake stops it' : `${count} mistakes stop it`;
const notes = (count: number): string => (count === 1 ? 'One piece of advice' : `${count} pieces of advice`);

function Stops({ review: { slug, stops, advice } }: Props) {
  return (
    <Part
      id="stops"
      title="What stops it"
      about="Mistakes have to be put right first. Advice does not stop it."
    >
      {stops.length === 0 ? (
        <p className="text-lg">
          <span aria-hidden="true" className="text-good">
            ✓{' '}
          </span>
          Nothing stops it.
        </p>
      ) : (
        <>
          <h3 className="pub-sub text-bad">{mistakes(stops.length)}</h3>
          <ProblemList course={slug} problems={stops} />
        </>
      )}
      {advice.length > 0 && (
        <details className="pub-lesson mt-5">
          <summary>
            <span className="min-w-0 flex-1">{notes(advice.length)}</span>
          </summary>
          <div className="pub-lesson-body">
            <ProblemList course={slug} problems={advice} />
          </div>
        </details>
      )}
    </Part>
  );
}

function Changes({ review: { slug, current, next } }: Props) {
  const about =
    current && `Beside edition ${current.number}, published ${instantWords(current.publishedAt)}.`;
  return (
    <Part id="changes" title="What changes" about={about}>
      {!next ? (
        <p>The changes are shown here once the mistakes are put right.</p>
      ) : !current || !next.diff ? (
        <p className="text-lg">
          This is the first edition: {counted(next.size.modules, 'module')},{' '}
          {counted(next.size.lessons, 'lesson')}, {counted(next.size.questions, 'question')},{' '}
          {counted(next.size.minutes, 'minute')} in all. Publishing it puts the course into the catalog.
        </p>
      ) : next.diff.same ? (
        <p className="text-lg">Nothing changed: the draft is what edition {current.number} is.</p>
      ) : (
        <>
          {next.again && (
            <p className="mb-5">
              The draft is what edition {next.number} was. Publishing it makes edition {next.number} the
              current one again.
            </p>
          )}
          <DiffView
            diff={next.diff}
            lessonHref={(id) => `/teach/${slug}/editions/${current.number}/compare/draft?lesson=${id}`}
          />
        </>
      )}
      {next && (
        <p className="mt-6">
          <Link href={`/teach/${slug}/preview/draft`} prefetch={false} className="pub-link">
            Preview it as a student
          </Link>
        </p>
      )}
    </Part>
  );
}

function Touches({ review: { current, next, finished } }: Props) {
  if (!next?.impact || !current) return null;
  return (
    <Part
      id="touches"
      title="Whom it touches"
      about="Everybody keeps a record of all they did, whatever is chosen."
    >
      <ImpactView impact={next.impact} finished={finished} />
    </Part>
  );
}

function Last({ review }: Props) {
  const { next, current, mayEdit, waiting, slug, reviewed, zone, now } = review;
  if (!next || waiting || next.diff?.same) return null;
  if (!mayEdit)
    return (
      <Part id="publish" title="Publish">
        <p>Owners and editors of the course publish it.</p>
      </Part>
    );
  return (
    <Part
      id="publish"
      title={next.again ? `Edition ${next.number}, again` : `Edition ${next.number}`}
      about="What is published is never changed afterwards. You can go back to any edition."
    >
      <PublishForm
        action={publishAction}
        course={slug}
        reviewed={reviewed}
        against={current?.number ?? 0}
        impact={next.impact}
        zone={zone}
        today={localTime(now, zone).slice(0, 10)}
      />
    </Part>
  );
}
