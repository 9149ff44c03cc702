import type { Metadata } from 'next';
import Link from 'next/link';
import { tableQuery } from '@/app/table-query';
import { CorrectionForm } from '@/components/grading/correction-form';
import { RegradePreview } from '@/components/grading/regrade-preview';
import { editionsInWords } from '@/components/grading/statistic-words';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { previewCorrection } from '@/features/learning/corrections/preview-correction';
import { minutesUntilTold } from '@/rules/assessment/regrade';
import { call, missing } from '@/server/call';
import { applyCorrectionAction } from '../actions';
import { pageFrom } from '../page-from';

export const metadata: Metadata = { title: 'Put a question right' };

type Props = {
  params: Promise<{ course: string; lesson: string; block: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ways = ['leave-out', 'full-marks', 'also-right', 'mark-as'] as const;

export default async function CorrectPage({ params, searchParams }: Props) {
  const { course, lesson, block } = await params;
  const asked = await tableQuery(searchParams);
  const does = ways.find((way) => way === asked.get('do')) ?? missing();
  const fields = {
    course,
    lesson,
    block,
    edition: asked.get('edition') ?? '',
    do: does,
    answers: does === 'also-right' ? [...new Set(asked.getAll('answer'))].join(',') : '',
    key: does === 'mark-as' ? (asked.get('key') ?? '') : '',
  };
  const { text, from, through, problem, preview } = await call(previewCorrection, {
    ...fields,
    page: pageFrom(asked.get('page')),
  });
  const here = `/teach/${course}/quizzes/${lesson}/questions/${block}`;
  const back = `${here}?edition=${fields.edition}`;
  if (!preview)
    return (
      <Page>
        <PageTitle lead={text}>Put a question right</PageTitle>
        <Empty title={problem} action={<ButtonLink href={back}>Back to the question</ButtonLink>} />
      </Page>
    );
  const hrefOf = (page: number) => {
    const query = new URLSearchParams(asked);
    query.set('page', String(page));
    return `${here}/correct?${query}`;
  };
  return (
    <Page>
      <p className="mb-3">
        <Link href={back} prefetch={false} className="preview-link">
          Back to the question
        </Link>
      </p>
      <PageTitle lead={`${preview.words} Nothing is done yet.`}>What it would do</PageTitle>
      <p className="mb-6 max-w-prose wrap-anywhere">
        “{text}”, as it stands in {editionsInWords(from, through)}. A later edition has a key of its own.
      </p>
      <RegradePreview regrade={preview} hrefOf={hrefOf} minutes={minutesUntilTold} />
      <CorrectionForm
        action={applyCorrectionAction}
        fields={fields}
        fingerprint={preview.fingerprint}
        reason
        label="Put it right for all of them"
      />
    </Page>
  );
}
