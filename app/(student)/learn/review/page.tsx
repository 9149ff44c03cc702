import type { Metadata } from 'next';
import { ReviewChoices } from '@/components/lesson/review/review-choices';
import { ReviewToday } from '@/components/lesson/review/review-today';
import { StoppedCards } from '@/components/lesson/review/stopped-cards';
import { Page, PageTitle } from '@/components/ui/page';
import { getReview } from '@/features/learning/review/get-review';
import { call } from '@/server/call';
import { beginReviewAction, setCardAsideAction, setReviewAction } from './actions';

export const metadata: Metadata = { title: 'Daily review' };

export default async function ReviewPage() {
  const screen = await call(getReview, {});
  return (
    <Page width="text">
      <PageTitle lead="Questions you missed, and words you chose, come back shortly before you would forget them.">
        Daily review
      </PageTitle>
      <ReviewToday screen={screen} begin={beginReviewAction} choose={setReviewAction} />
      {screen.isOn && <ReviewChoices perDay={screen.perDay} choose={setReviewAction} />}
      <StoppedCards cards={screen.stopped} again={setCardAsideAction} />
    </Page>
  );
}
