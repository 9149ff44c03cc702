import type { Metadata } from 'next';
import { BackLink } from '@/components/studio/sources/back-link';
import { NewSourceForm } from '@/components/studio/sources/new-source-form';
import { Page, PageTitle } from '@/components/ui/page';
import { listSources } from '@/features/authoring/sources/list-sources';
import { call, missing } from '@/server/call';
import { addDocumentAction } from './actions';

export const metadata: Metadata = { title: 'Add a source document' };

export default async function NewSourcePage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { mayEdit } = await call(listSources, { course });
  if (!mayEdit) missing();
  return (
    <Page>
      <BackLink href={`/teach/${course}/sources`}>Sources</BackLink>
      <PageTitle lead="The text first, then where it comes from. What belongs to the page and not to the text is taken out and shown to you; nothing is lost.">
        Add a source document
      </PageTitle>
      <NewSourceForm course={course} action={addDocumentAction} door={`/teach/${course}/sources/add`} />
    </Page>
  );
}
