import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { LabErrors } from '@/components/roster/labs/lab-errors';
import { LabLearners } from '@/components/roster/labs/lab-learners';
import { Page, PageTitle } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { getLabResults } from '@/features/learning/labs/get-lab-results';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string; lesson: string; block: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const load = cache((course: string, lesson: string, block: string, page: number) =>
  call(getLabResults, { course, lesson, block, page }),
);
const pageIn = (page: string | string[] | undefined) => {
  const number = Number(page ?? 1);
  return Number.isInteger(number) && number > 0 && number <= 10_000 ? number : 1;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { course, lesson, block } = await params;
  const { title } = await load(course, lesson, block, pageIn((await searchParams).page));
  return { title: `Lab: ${title}` };
}

export default async function LabResultsPage({ params, searchParams }: Props) {
  const { course, lesson, block } = await params;
  const results = await load(course, lesson, block, pageIn((await searchParams).page));
  const { title, learnersCount, passed, failed, page, pages } = results;
  const home = `/teach/${course}/labs/${lesson}/${block}`;
  return (
    <Page>
      <p className="mb-3">
        <Link href={`/teach/${course}/labs`} prefetch={false} className="preview-link">
          All labs
        </Link>
      </p>
      <PageTitle
        lead={`${learnersCount.toLocaleString('en')} ${learnersCount === 1 ? 'learner has' : 'learners have'} begun, ${passed.toLocaleString('en')} passed.`}
      >
        {title}
      </PageTitle>
      {failed > 0 && (
        <p className="mb-6 font-semibold text-bad">
          {failed} {failed === 1 ? 'submission' : 'submissions'} the server failed to verify. That is ours,
          and cost nobody a try.
        </p>
      )}
      <h2 className="mb-4 text-2xl">What goes wrong</h2>
      <LabErrors errors={results.errors} />
      <h2 className="mt-10 mb-4 text-2xl">Learners</h2>
      <LabLearners home={home} learners={results.learners} />
      <Pager page={page} pages={pages} hrefOf={(to) => `${home}?page=${to}`} />
    </Page>
  );
}
