import type { Metadata } from 'next';
import Link from 'next/link';
import { CompareForm } from '@/components/studio/publish/compare-form';
import { EditionList } from '@/components/studio/publish/edition-list';
import { type ShownPublication, WaitingPublication } from '@/components/studio/publish/waiting-publication';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listEditions } from '@/features/authoring/publishing/list-editions';
import { formatDeadline } from '@/rules/time/deadline';
import { call } from '@/server/call';
import { cancelPublicationAction } from './actions';
import { arrivedFrom } from './arrived';

export const metadata: Metadata = { title: 'Editions' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditionsPage({ params, searchParams }: Props) {
  const { slug, editions, publication, mayEdit } = await call(listEditions, {
    course: (await params).course,
  });
  const arrived = arrivedFrom(await searchParams);
  return (
    <Page>
      <PageTitle lead="What was published, when and by whom. An edition never changes; learners stay on theirs until you move them.">
        Editions
      </PageTitle>
      <div className="mb-8 grid max-w-3xl gap-5 empty:hidden">
        {arrived && (
          <Notice tone="good">
            {arrived.message}
            {arrived.former && (
              <p className="mt-1">
                The draft before it is kept for a day.{' '}
                <Link href={`/teach/${slug}/import/${arrived.former}`} prefetch={false} className="pub-link">
                  Bring it back
                </Link>
              </p>
            )}
          </Notice>
        )}
        {publication && <Scheduled course={slug} publication={publication} mayEdit={mayEdit} />}
      </div>
      {editions.length === 0 ? (
        <Empty
          title="Nothing is published yet"
          action={<ButtonLink href={`/teach/${slug}/publish`}>Look at what would be published</ButtonLink>}
        >
          <p>The first edition puts the course into the catalog.</p>
        </Empty>
      ) : (
        <>
          <EditionList course={slug} editions={editions} />
          <section aria-labelledby="compare" className="mt-12">
            <h2 id="compare" className="mb-4 text-xl">
              Compare any two
            </h2>
            <CompareForm
              course={slug}
              editions={editions.map(({ number }) => number)}
              from={String(editions[0]?.number)}
              to="draft"
            />
          </section>
        </>
      )}
    </Page>
  );
}

function Scheduled({
  course,
  publication,
  mayEdit,
}: {
  course: string;
  publication: ShownPublication;
  mayEdit: boolean;
}) {
  if (publication.state === 'failed')
    return (
      <Notice tone="bad" title="The last scheduled publication failed">
        <p>
          It was due on {formatDeadline(publication.dueAt, publication.dueZone)}. What was published before
          stays as it is.
        </p>
        <p className="mt-2 whitespace-pre-line">{publication.error}</p>
      </Notice>
    );
  return (
    <Notice title="Waiting to be published">
      <WaitingPublication publication={publication} />
      {mayEdit && (
        <Form
          action={cancelPublicationAction}
          submitLabel="Cancel the publication"
          pendingLabel="Cancelling …"
          look="danger"
          className="mt-4 grid justify-items-start gap-4"
        >
          <input type="hidden" name="course" value={course} />
          <input type="hidden" name="publication" value={publication.id} />
        </Form>
      )}
    </Notice>
  );
}
