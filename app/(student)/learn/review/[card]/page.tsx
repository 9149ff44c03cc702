import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { CardAside } from '@/components/lesson/review/card-aside';
import { CardForm } from '@/components/lesson/review/card-form';
import { CardReviewed } from '@/components/lesson/review/card-reviewed';
import { TermCard } from '@/components/lesson/review/term-card';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { type CardScreen, getCard } from '@/features/learning/review/get-card';
import { call } from '@/server/call';
import { answerCardAction, rateCardAction, setCardAsideAction } from '../actions';

type Props = {
  params: Promise<{ card: string }>;
  searchParams: Promise<{ shown?: string | string[] }>;
};

const home = '/learn/review';
const load = cache((card: string, shown: boolean) => call(getCard, { card, shown }));

export const metadata: Metadata = { title: 'A card of your review', robots: { index: false } };

/** Why a card is not asked. */
function whyNot({ state, comesBack }: CardScreen): string {
  if (state === 'stopped') return 'You took this card out of your review. It stands there, to take up again.';
  if (state === 'later') return `It comes back ${comesBack === 'today' ? 'tomorrow' : comesBack}.`;
  return 'The course does not ask this at the moment. The card rests, and nothing of it is lost.';
}

export default async function CardPage({ params, searchParams }: Props) {
  const { card } = await params;
  const { shown } = await searchParams;
  const screen = await load(card, shown === 'yes');
  const { state, position, lesson, course, question } = screen;
  const attemptKey = randomUUID();
  const lessonTitle = lesson?.title ?? course.title;
  const isAsked = state === 'asked';
  const counted = (isAsked || state === 'reviewed') && position.number > 0;
  return (
    <Page width="text">
      <p className="attempt-way">
        <Link href={home} prefetch={false}>
          Daily review
        </Link>
      </p>
      <PageTitle>{counted ? `Card ${position.number} of ${position.of}` : 'A card of your review'}</PageTitle>
      <div className="attempt-questions">
        {isAsked && question && (
          <CardForm
            card={screen.id}
            block={question}
            about={`You missed this once · ${lessonTitle}`}
            attemptKey={attemptKey}
            answer={answerCardAction}
          />
        )}
        {isAsked && screen.term && (
          <TermCard
            screen={screen}
            address={`${home}/${screen.id}`}
            about={`A word you chose · ${lessonTitle}`}
            attemptKey={attemptKey}
            rate={rateCardAction}
          />
        )}
        {state === 'reviewed' && (
          <CardReviewed screen={screen} home={home} attemptKey={attemptKey} rate={rateCardAction} />
        )}
      </div>
      {!isAsked && state !== 'reviewed' && (
        <Empty title="Not asked today" action={<ButtonLink href={home}>To your review</ButtonLink>}>
          {whyNot(screen)}
        </Empty>
      )}
      {isAsked && <CardAside card={screen.id} setAside={setCardAsideAction} />}
      {lesson && (
        <p className="mt-6 text-sm text-soft">
          From{' '}
          <Link
            href={`/learn/${course.slug}/${lesson.id}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            {lesson.title}
          </Link>
          , {course.title}
        </p>
      )}
    </Page>
  );
}
