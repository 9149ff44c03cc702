import type { Metadata } from 'next';
import { BackLink } from '@/components/studio/sources/back-link';
import { DocumentFields } from '@/components/studio/sources/document-fields';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getDocument } from '@/features/authoring/sources/get-document';
import { call, missing } from '@/server/call';
import { correctDocumentAction } from './actions';

export const metadata: Metadata = { title: 'About this source' };

export default async function AboutSourcePage({
  params,
}: {
  params: Promise<{ course: string; document: string }>;
}) {
  const { course, document } = await params;
  const screen = await call(getDocument, { course, document });
  if (!('counts' in screen) || !screen.mayEdit) missing();
  return (
    <Page>
      <BackLink href={`/teach/${course}/sources/${document}`}>{screen.document.title}</BackLink>
      <PageTitle lead={`Lessons cite it as :cite[${screen.document.id}].`}>About this source</PageTitle>
      <div className="max-w-3xl">
        <Form
          action={correctDocumentAction}
          submitLabel="Save"
          pendingLabel="Saving …"
          className="grid gap-6"
        >
          <input type="hidden" name="course" value={course} />
          <input type="hidden" name="document" value={document} />
          <input type="hidden" name="version" value={screen.document.version} />
          <DocumentFields known={screen.document} />
        </Form>
      </div>
    </Page>
  );
}
