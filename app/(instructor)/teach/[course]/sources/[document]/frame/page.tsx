import type { Metadata } from 'next';
import { BackLink } from '@/components/studio/sources/back-link';
import { FrameForm } from '@/components/studio/sources/frame-form';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getFraming } from '@/features/authoring/sources/get-framing';
import { call, missing } from '@/server/call';
import { frameLessonAction } from './actions';

export const metadata: Metadata = { title: 'Frame as a lesson' };

export default async function FramePage({
  params,
  searchParams,
}: {
  params: Promise<{ course: string; document: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ course, document }, { passages }] = await Promise.all([params, searchParams]);
  const framing = await call(getFraming, { course, document });
  if (!framing) missing();
  return (
    <Page>
      <BackLink href={`/teach/${course}/sources/${document}`}>{framing.title}</BackLink>
      <PageTitle lead="Choose the passages that belong together. The lesson begins with them, a card for each claim, and prompts for all that only you can write. It cannot be published before every prompt is written.">
        Frame as a lesson
      </PageTitle>
      {framing.modules.length > 0 ? (
        <FrameForm
          course={course}
          framing={framing}
          chosen={typeof passages === 'string' ? passages.split(' ') : []}
          action={frameLessonAction}
        />
      ) : (
        <Empty
          title="The course has no module yet"
          action={<ButtonLink href={`/teach/${course}/outline`}>Add a module</ButtonLink>}
        >
          A lesson belongs to a module. Add one to the outline, then come back.
        </Empty>
      )}
    </Page>
  );
}
