import type { Metadata } from 'next';
import Link from 'next/link';
import { Answered } from '@/components/roster/answered';
import { RequestList } from '@/components/roster/request-list';
import { Turn } from '@/components/roster/turn';
import { Form } from '@/components/ui/form';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { listRequests } from '@/features/enrollment/requests/list-requests';
import { call } from '@/server/call';
import { answerRequestsAction } from './actions';

export const metadata: Metadata = { title: 'Requests' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const turnsOf = (page: number, pages: number) => ({
  first: page > 2 ? '' : null,
  previous: page > 1 ? `page=${page - 1}` : null,
  next: page < pages ? `page=${page + 1}` : null,
});

export default async function RequestsPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const asked = Number(query.page);
  const page = Number.isInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
  const { slug, requests, total, pages, seatsLeft, byApproval, now } = await call(listRequests, {
    course: (await params).course,
    page,
  });
  return (
    <Page>
      <PageTitle lead="People who asked for a place. Each gets your answer by mail.">Requests</PageTitle>
      <Answered counts={query} />
      {requests.length === 0 ? (
        <Empty title="No request is waiting">
          {byApproval ? (
            'Once somebody asks for a place, they stand here.'
          ) : (
            <>
              Nobody needs to ask: the course does not take people by approval. That is set under{' '}
              <Link
                href={`/teach/${slug}/enrollment`}
                prefetch={false}
                className="underline underline-offset-4"
              >
                Ways in
              </Link>
              .
            </>
          )}
        </Empty>
      ) : (
        <>
          <p className="mb-6">
            {total} {total === 1 ? 'person waits' : 'people wait'} for an answer
            {seatsLeft !== null && `, and ${seatsLeft} ${seatsLeft === 1 ? 'seat is' : 'seats are'} left`}.
          </p>
          <Form
            action={answerRequestsAction}
            submitLabel="Send the answer"
            pendingLabel="Answering …"
            className="grid max-w-3xl gap-6 [&>button]:justify-self-start"
          >
            <input type="hidden" name="course" value={slug} />
            <RequestList requests={requests} now={now} />
            <SelectField
              name="decision"
              label="Your answer"
              options={[
                { value: '', label: 'Choose …' },
                { value: 'approve', label: 'Approve: they have a place' },
                { value: 'decline', label: 'Decline' },
              ]}
              className="max-w-sm"
            />
            <TextArea
              name="reason"
              label="In your words"
              hint="Everybody you chose reads it in the mail. To decline, say why."
              rows={3}
              maxLength={2_000}
            />
          </Form>
          <Turn path={`/teach/${slug}/requests`} turns={turnsOf(page, pages)} />
        </>
      )}
    </Page>
  );
}
