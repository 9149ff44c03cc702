import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { LessonPlayer } from '@/components/lesson/lesson-player';
import { PreviewWork } from '@/components/lesson/work/preview-work';
import { BrokenLesson } from '@/components/studio/preview/broken-lesson';
import { PreviewBanner } from '@/components/studio/preview/preview-banner';
import { PreviewEnd } from '@/components/studio/preview/preview-end';
import { getLessonPreview } from '@/features/authoring/preview/get-lesson-preview';
import { call } from '@/server/call';

type Props = { params: Promise<{ course: string; version: string; lesson: string }> };

const load = cache((course: string, version: string, lesson: string) =>
  call(getLessonPreview, { course, version, lesson }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, version, lesson } = await params;
  const { screen, broken } = await load(course, version, lesson);
  return { title: `Preview: ${screen?.lesson.title ?? broken?.title ?? 'lesson'}` };
}

export default async function LessonPreviewPage({ params }: Props) {
  const { course, version, lesson } = await params;
  const { screen, work, broken, fileId, problems, held } = await load(course, version, lesson);
  if (broken) return <BrokenLesson slug={course} fileId={fileId} lesson={broken} />;
  if (!screen) return null;
  const back = fileId
    ? { href: `/teach/${course}/lessons/${fileId}`, label: 'Back to the editor of this lesson' }
    : { href: `/teach/${course}/editions`, label: 'All editions' };
  return (
    <LessonPlayer
      screen={screen}
      home={`/teach/${course}/preview/${version}`}
      lesson={null}
      tries={{ address: `/api/teach/${course}/try`, version, lesson: screen.lesson.id }}
      banner={
        <PreviewBanner course={course} version={version} problems={problems} held={held}>
          <p>
            <Link href={back.href} prefetch={false} className="preview-link">
              {back.label}
            </Link>
          </p>
        </PreviewBanner>
      }
      end={work ? <PreviewWork work={work} /> : <PreviewEnd />}
    />
  );
}
