import type { Metadata } from 'next';
import { LibraryFrame, NothingHere } from '@/components/learning/library/frame';
import { LibraryRooms } from '@/components/learning/library/rooms';
import { loadLibrary } from './load';

type Props = { params: Promise<{ course: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadLibrary((await params).course);
  return { title: `Library: ${course.title}`, robots: { index: false } };
}

export default async function LibraryPage({ params }: Props) {
  const { course, library } = await loadLibrary((await params).course);
  return (
    <LibraryFrame
      course={course}
      room={null}
      title="Library"
      lead="What stands beside the lessons: the words, the dates, the sources, and the passages with what became of them."
    >
      {library ? (
        <LibraryRooms slug={course.slug} library={library} />
      ) : (
        <NothingHere slug={course.slug} what="library" />
      )}
    </LibraryFrame>
  );
}
