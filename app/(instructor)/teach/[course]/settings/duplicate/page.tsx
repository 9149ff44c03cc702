import type { Metadata } from 'next';
import { KeepTyped } from '@/components/studio/courses/keep-typed';
import { TitleAndAddress } from '@/components/studio/courses/title-and-address';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getCourseSettings } from '@/features/authoring/courses/get-course-settings';
import { refusals } from '@/rules/refusals';
import { call, missing } from '@/server/call';
import { duplicateCourseAction } from '../actions';
import { BackToSettings } from '../back-to-settings';

export const metadata: Metadata = { title: 'Copy a course' };

export default async function DuplicatePage({ params }: { params: Promise<{ course: string }> }) {
  const { slug, words, mayEdit } = await call(getCourseSettings, { course: (await params).course });
  if (!mayEdit) missing();
  const title = words && `Copy of ${words.values.title}`.slice(0, 200);
  return (
    <Page>
      <BackToSettings course={slug} />
      <PageTitle lead="The copy gets every lesson, source and picture of the draft, and you as its owner. Editions, people and learners stay where they are.">
        Copy the course
      </PageTitle>
      {title ? (
        <Form
          action={duplicateCourseAction}
          submitLabel="Make the copy"
          pendingLabel="Copying …"
          className="grid max-w-2xl gap-5 [&>button]:justify-self-start"
        >
          <KeepTyped id={`copy:${slug}`} />
          <input type="hidden" name="course" value={slug} />
          <TitleAndAddress title={title} />
        </Form>
      ) : (
        <div className="grid max-w-2xl justify-items-start gap-4">
          <Notice tone="bad" title="This draft cannot be copied yet">
            {refusals['course-head-unreadable']}
          </Notice>
          <ButtonLink href={`/teach/${slug}/files`}>Open the files</ButtonLink>
        </div>
      )}
    </Page>
  );
}
