import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getGuide } from '@/features/authoring/guide/get-guide';
import { call } from '@/server/call';
import { addDraftFileAction } from '../files/actions';
import { GuideView } from './guide-view';

export const metadata: Metadata = { title: 'Guide' };

type Props = { params: Promise<{ course: string }> };

export default async function GuidePage({ params }: Props) {
  const { course } = await params;
  const { guide, mayEdit } = await call(getGuide, { course });
  return (
    <Page width="text">
      <PageTitle lead="For whoever teaches this course: how to run it, and what to say. Learners never see it.">
        Guide
      </PageTitle>
      {guide ? (
        <>
          {mayEdit && (
            <p className="mb-8">
              <ButtonLink look="secondary" href={`/teach/${course}/files/${guide.fileId}`}>
                Write on
              </ButtonLink>
            </p>
          )}
          <GuideView guide={guide} />
        </>
      ) : (
        <Empty
          title="This course has no guide yet"
          action={
            mayEdit && (
              <Form
                action={addDraftFileAction}
                submitLabel="Begin the guide"
                pendingLabel="Beginning …"
                look="secondary"
              >
                <input type="hidden" name="course" value={course} />
                <input type="hidden" name="room" value="guide" />
              </Form>
            )
          }
        >
          It is the file guide.md of the course: Markdown with headings, and with links to lessons like
          [text](lesson-id).
        </Empty>
      )}
    </Page>
  );
}
