import type { Metadata } from 'next';
import { Bibliography } from '@/components/studio/sources/bibliography';
import { DocumentList } from '@/components/studio/sources/document-list';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listSources } from '@/features/authoring/sources/list-sources';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { documents, bibliography, mayEdit } = await call(listSources, { course });
  const add = mayEdit && (
    <ButtonLink href={`/teach/${course}/sources/new`} look={documents.length > 0 ? 'secondary' : 'primary'}>
      Add a source document
    </ButtonLink>
  );
  return (
    <Page>
      <PageTitle lead="Documents are read passage by passage and framed as lessons. The bibliography holds everything else that lessons cite.">
        Sources
      </PageTitle>
      <section aria-labelledby="documents-title">
        <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
          <h2 id="documents-title" className="text-2xl">
            Documents
          </h2>
          {documents.length > 0 && add}
        </div>
        {documents.length > 0 ? (
          <DocumentList course={course} documents={documents} />
        ) : (
          <Empty title="No document has been taken in yet" action={add}>
            Paste an article, a law, a standard or a report, or upload it. It is cleaned of what belongs to
            the page, split into numbered passages, and read for who says what. You correct it; lessons cite
            it by passage.
          </Empty>
        )}
      </section>
      <Bibliography course={course} entries={bibliography} />
    </Page>
  );
}
