import type { Metadata } from 'next';
import { ImportForm } from '@/components/studio/bank/import-form';
import { BackLink } from '@/components/studio/sources/back-link';
import { Page, PageTitle } from '@/components/ui/page';
import { listBank } from '@/features/authoring/bank/list-bank';
import { call, missing } from '@/server/call';
import { importQuestionsAction } from './actions';

export const metadata: Metadata = { title: 'Import questions' };

type Props = { params: Promise<{ course: string }> };

export default async function ImportQuestionsPage({ params }: Props) {
  const { course } = await params;
  const { sets, mayEdit } = await call(listBank, { course });
  if (!mayEdit) missing();
  return (
    <Page width="text">
      <BackLink href={`/teach/${course}/bank`}>Question bank</BackLink>
      <PageTitle lead="You first see what comes in, what is lost on the way, and what stays behind and why. Nothing is written before you say so.">
        Import questions
      </PageTitle>
      <ImportForm
        action={importQuestionsAction}
        course={course}
        sets={sets.map(({ fileId, title }) => ({ value: fileId, label: title }))}
      />
    </Page>
  );
}
