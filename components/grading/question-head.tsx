import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { PageTitle } from '@/components/ui/page';
import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { discriminationInWords, percent, suspicionInWords } from './statistic-words';

/** The head of a question's page: how it reads, what is right, how it fared, and what is odd about it. */
export function QuestionHead({ room, screen }: { room: string; screen: QuestionScreen }) {
  const { statistics, asked, blank, right, text, quiz } = screen;
  const suspicion = suspicionInWords(statistics);
  return (
    <>
      <p className="mb-3">
        <Link href={room} prefetch={false} className="preview-link">
          All questions of “{quiz.title}”
        </Link>
      </p>
      <PageTitle>{text}</PageTitle>
      {suspicion && <Notice title="Look at this question">{suspicion}</Notice>}
      <dl className="quiz-rules mt-6">
        <Fact name="Right">{right}</Fact>
        <Fact name="Earned on average">
          {percent(statistics.facility)} in {statistics.asked} first{' '}
          {statistics.asked === 1 ? 'attempt' : 'attempts'}
        </Fact>
        <Fact name="Tells strong from weak">
          {statistics.asked === 0 ? '–' : discriminationInWords(statistics)}
        </Fact>
        <Fact name="Left blank">
          {blank} of {asked} times, over all attempts
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
