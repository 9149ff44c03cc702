import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getCourseSettings } from '@/features/authoring/courses/get-course-settings';
import { counted } from '@/rules/counted';
import { call, missing } from '@/server/call';
import { archiveCourseAction } from '../actions';
import { BackToSettings } from '../back-to-settings';

export const metadata: Metadata = { title: 'Archive a course' };

export default async function ArchivePage({ params }: { params: Promise<{ course: string }> }) {
  const { slug, archived, published, learners, mayOwn } = await call(getCourseSettings, {
    course: (await params).course,
  });
  if (!mayOwn) missing();
  if (archived) redirect(`/teach/${slug}/settings`);
  const effects = [
    published
      ? 'It leaves the catalog, and its page is gone for everybody who has nothing to do with it.'
      : 'It moves to the end of your list of courses. It was never published, so nobody else notices.',
    published && 'Nobody can enroll, and who left cannot come back.',
    learners > 0 &&
      `${counted(learners, 'learner')} ${learners === 1 ? 'is' : 'are'} in it and ${learners === 1 ? 'goes' : 'go'} on: lessons, answers and receipts work as before.`,
    'The studio stays open to its people, and an owner can bring the course back on the settings page.',
  ].filter((effect) => effect !== false);
  return (
    <Page>
      <BackToSettings course={slug} />
      <PageTitle lead="This is what happens when you do. Nothing is deleted.">Archive the course?</PageTitle>
      <ul className="mb-8 grid max-w-2xl list-disc gap-2 pl-5">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        <Form
          action={archiveCourseAction}
          submitLabel="Archive the course"
          pendingLabel="Archiving …"
          look="danger"
        >
          <input type="hidden" name="course" value={slug} />
        </Form>
        <ButtonLink href={`/teach/${slug}/settings`} look="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </Page>
  );
}
