import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { Replay } from '@/components/labs/replay';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getLearnersLab } from '@/features/learning/labs/get-learners-lab';
import { call } from '@/server/call';
import { grantLabAction } from './actions';

type Props = {
  params: Promise<{ course: string; lesson: string; block: string; attempt: string }>;
  searchParams: Promise<{ step?: string | string[] }>;
};

const load = cache((course: string, lesson: string, block: string, attempt: string) =>
  call(getLearnersLab, { course, lesson, block, attempt }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson, block, attempt } = await params;
  const { learner, title } = await load(course, lesson, block, attempt);
  return { title: `${learner}: ${title}` };
}

export default async function LearnersLabPage({ params, searchParams }: Props) {
  const { course, lesson, block, attempt } = await params;
  const lab = await load(course, lesson, block, attempt);
  const home = `/teach/${course}/labs/${lesson}/${block}`;
  const asked = Number((await searchParams).step ?? lab.steps.length);
  const step = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), lab.steps.length) : lab.steps.length;
  return (
    <Page width="text">
      <p className="mb-3">
        <Link href={home} prefetch={false} className="preview-link">
          All learners of “{lab.title}”
        </Link>
      </p>
      <PageTitle lead={lab.number > 1 ? `${lab.title}, task ${lab.number}` : lab.title}>
        {lab.learner}
      </PageTitle>
      <Replay lab={lab} step={step} home={`${home}/${attempt}`} />
      {lab.attempts.length > 1 && (
        <nav aria-label="Tasks of this learner" className="mt-8 flex flex-wrap gap-4">
          {lab.attempts.map(({ id, number }) => (
            <Link
              key={id}
              href={`${home}/${id}`}
              prefetch={false}
              aria-current={id === attempt ? 'page' : undefined}
              className="preview-link"
            >
              Task {number}
            </Link>
          ))}
        </nav>
      )}
      {lab.mayGrant && (
        <section aria-labelledby="grant" className="mt-10 border-t border-rule pt-6">
          <h2 id="grant" className="mb-3 text-xl">
            A new task
          </h2>
          <p className="mb-4 text-soft">
            They get another task with tries of its own. What they handed in to this one stays here.{' '}
            {lab.triesLeft === 0 ? 'They have no try left.' : `They have ${lab.triesLeft} tries left.`}
          </p>
          <Form
            action={grantLabAction}
            submitLabel="Give them a new task"
            pendingLabel="One moment …"
            look="secondary"
          >
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="lesson" value={lesson} />
            <input type="hidden" name="block" value={block} />
            <input type="hidden" name="attempt" value={attempt} />
          </Form>
        </section>
      )}
    </Page>
  );
}
