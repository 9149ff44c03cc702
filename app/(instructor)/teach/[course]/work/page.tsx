import type { Metadata } from 'next';
import Link from 'next/link';
import { QueueTable } from '@/components/grading/queue-table';
import { Turn } from '@/components/roster/turn';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listDisputes } from '@/features/learning/peers/list-disputes';
import { listWorkQueue } from '@/features/learning/work/list-work-queue';
import { oneOfThese } from '@/rules/tables/table-view';
import { oneGrader } from '@/rules/work/moderation-words';
import { queueStates, queueWords } from '@/rules/work/queue';
import { call } from '@/server/call';
import { claimWorkAction, releaseWorkAction } from './actions';

export const metadata: Metadata = { title: 'Written work' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const told: Record<string, string> = {
  graded: 'It is graded.',
  open: 'Yours is kept. Another person grades it, too, without seeing yours; then it is graded.',
  apart: 'Yours is kept. Another graded it, too, and the two are apart: an owner or a moderator decides.',
  'put-back': 'It is back in the queue.',
  'nothing-left': 'Nothing is left to be graded now.',
  taken: 'Somebody else was faster, or it is graded already.',
  released: 'What was graded is released: its learners see it now.',
};

export default async function WorkQueuePage({ params, searchParams }: Props) {
  const { course } = await params;
  const query = await searchParams;
  const state = oneOfThese(queueStates, String(query.state ?? '')) ?? 'waiting';
  const asked = Number(query.page);
  const page = Number.isInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
  const queue = await call(listWorkQueue, { course, state, page });
  const { works: disputes } = await call(listDisputes, { course });
  const { slug, counts, overdue, rows, pages, unreleased, asks, alone, twice } = queue;
  const said = told[String(query.did ?? '')];
  const here = `/teach/${slug}/work`;
  const turn = (to: number) => `state=${state}&page=${to}`;
  return (
    <Page>
      <PageTitle lead="What learners handed in. Each was promised to have it back by a day; the promise that ends first comes first.">
        Written work
      </PageTitle>
      <div className="grid gap-6">
        {said && <Notice tone="good">{said}</Notice>}
        {overdue > 0 && (
          <Notice tone="bad">
            {overdue === 1 ? '1 promise is broken' : `${overdue} promises are broken`}: grade what is overdue
            first.
          </Notice>
        )}
        {disputes.length > 0 && (
          <Notice title="Reviews that you are asked to look at">
            <ul>
              {disputes.map(({ id, title, count }) => (
                <li key={id}>
                  <Link className="pub-link" href={`${here}/${id}#peers`} prefetch={false}>
                    {title}: {count}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {alone && <Notice>{oneGrader}</Notice>}
        <p className="work-jump">
          <Link href={`${here}/comments`} prefetch={false}>
            Comment bank
          </Link>
        </p>
        {counts.waiting + counts.claimed > 0 && (
          <Form
            action={claimWorkAction}
            submitLabel="Grade the next"
            pendingLabel="Taking it …"
            className="grid gap-3 [&>button]:justify-self-start"
          >
            <input type="hidden" name="course" value={slug} />
          </Form>
        )}
        <nav aria-label="Where it stands">
          <ul className="work-tabs">
            {queueStates.map((one) => (
              <li key={one}>
                <Link
                  href={`${here}?state=${one}`}
                  prefetch={false}
                  aria-current={one === state ? 'page' : undefined}
                >
                  {queueWords[one]} ({counts[one]})
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {twice && (
          <p>
            <Link className="pub-link" href={`${here}/agreement`} prefetch={false}>
              Agreement of graders
            </Link>
          </p>
        )}
        {state === 'graded' &&
          unreleased.map(({ lessonId, title, count }) => (
            <Form
              key={lessonId}
              action={releaseWorkAction}
              submitLabel={`Release ${count} of “${title}”`}
              pendingLabel="Releasing …"
              look="secondary"
              className="grid gap-3 [&>button]:justify-self-start"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="lesson" value={lessonId} />
            </Form>
          ))}
        {rows.length === 0 ? (
          <Empty title={state === 'graded' ? 'Nothing is graded yet' : 'Nothing is here'}>
            {asks
              ? 'What learners hand in stands here at once.'
              : 'No lesson of the published course is written work. A lesson becomes it with “work” in its front matter.'}
          </Empty>
        ) : (
          <QueueTable slug={slug} rows={rows} state={state} claim={claimWorkAction} />
        )}
        <Turn
          path={here}
          turns={{
            first: page > 2 ? turn(1) : null,
            previous: page > 1 ? turn(page - 1) : null,
            next: page < pages ? turn(page + 1) : null,
          }}
        />
      </div>
    </Page>
  );
}
