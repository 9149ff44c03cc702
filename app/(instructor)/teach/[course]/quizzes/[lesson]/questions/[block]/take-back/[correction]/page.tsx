import type { Metadata } from 'next';
import Link from 'next/link';
import { CorrectionForm } from '@/components/grading/correction-form';
import { RegradePreview } from '@/components/grading/regrade-preview';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { previewTakingBack } from '@/features/learning/corrections/preview-taking-back';
import { minutesUntilTold } from '@/rules/assessment/regrade';
import { call } from '@/server/call';
import { takeBackAction } from '../../actions';
import { pageFrom } from '../../page-from';

export const metadata: Metadata = { title: 'Take a correction back' };

type Props = {
  params: Promise<{ course: string; lesson: string; block: string; correction: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function TakeBackPage({ params, searchParams }: Props) {
  const { course, lesson, block, correction } = await params;
  const page = pageFrom((await searchParams).page);
  const screen = await call(previewTakingBack, { course, lesson, block, correction, page });
  const here = `/teach/${course}/quizzes/${lesson}/questions/${block}`;
  const back = `${here}?edition=${screen.through}`;
  return (
    <Page>
      <p className="mb-3">
        <Link href={back} prefetch={false} className="preview-link">
          Back to the question
        </Link>
      </p>
      <PageTitle lead="Results become what they are without it. The history of each grade keeps both.">
        Take a correction back
      </PageTitle>
      <p className="wrap-anywhere">“{screen.text}”</p>
      <p className="font-semibold wrap-anywhere">{screen.words}</p>
      <p className="mb-6 wrap-anywhere">Why it was made: {screen.reason}</p>
      {screen.takenBack ? (
        <Notice title="It was taken back already">There is nothing left to do.</Notice>
      ) : (
        <>
          <RegradePreview
            regrade={screen}
            hrefOf={(to) => `${here}/take-back/${correction}?page=${to}`}
            minutes={minutesUntilTold}
          />
          <CorrectionForm
            action={takeBackAction}
            fields={{ course, lesson, block, correction, edition: String(screen.through) }}
            fingerprint={screen.fingerprint}
            reason={false}
            label="Take it back for all of them"
            look="danger"
          />
        </>
      )}
    </Page>
  );
}
