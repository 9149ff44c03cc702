import type { Metadata } from 'next';
import { cache } from 'react';
import { BrokenLessons } from '@/components/studio/preview/broken-lessons';
import { PreviewBanner } from '@/components/studio/preview/preview-banner';
import { PreviewBegin } from '@/components/studio/preview/preview-begin';
import { PreviewModule } from '@/components/studio/preview/preview-module';
import { PreviewVersions } from '@/components/studio/preview/preview-versions';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getCoursePreview } from '@/features/authoring/preview/get-course-preview';
import { call } from '@/server/call';
import { CourseWords } from './course-words';

type Props = { params: Promise<{ course: string; version: string }> };

const load = cache((course: string, version: string) => call(getCoursePreview, { course, version }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, version } = await params;
  return { title: `Preview: ${(await load(course, version)).title}` };
}

export default async function CoursePreviewPage({ params }: Props) {
  const { course, version } = await params;
  const preview = await load(course, version);
  const home = `/teach/${course}/preview/${version}`;
  return (
    <Page>
      <PreviewVersions slug={course} version={version} editions={preview.editions} />
      <PreviewBanner course={course} version={version} problems={preview.problems} />
      <div className="mt-8">
        <PageTitle lead={preview.words?.summary}>{preview.title}</PageTitle>
      </div>
      {preview.words && <CourseWords words={preview.words} />}
      {preview.lessonCount > 0 ? (
        <>
          <div className="mt-14">
            <PreviewBegin {...preview} home={home} />
          </div>
          <div className="mt-10 grid gap-10">
            {preview.modules.map((module, index) => (
              <PreviewModule key={module.id} home={home} module={module} number={index + 1} />
            ))}
          </div>
          <p className="mt-10">
            <ButtonLink look="secondary" href={`${home}/library`}>
              Library: glossary, timeline, sources
            </ButtonLink>
          </p>
        </>
      ) : (
        <div className="mt-10">
          <Empty
            title="There is no lesson to show yet"
            action={<ButtonLink href={`/teach/${course}/outline`}>Go to the outline</ButtonLink>}
          >
            <p>A student would find the title and the words of the course, and nothing to read.</p>
          </Empty>
        </div>
      )}
      <BrokenLessons slug={course} broken={preview.broken} />
    </Page>
  );
}
