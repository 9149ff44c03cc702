import type { Metadata } from 'next';
import { LibraryView } from '@/components/learning/library/library-view';
import { Page } from '@/components/ui/page';
import { loadLibrary } from './load';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Library: ${course.title}`, robots: { index: false } };
}

export default async function LibraryPage({ params }: Props) {
  const { course, library, lessons } = await loadLibrary((await params).course);
  return (
    <Page>
      <LibraryView
        home={`/learn/${course.slug}`}
        course={course.title}
        edition={`edition ${course.edition}`}
        library={library}
        lessons={lessons}
        room={null}
        asked={{}}
      />
    </Page>
  );
}
