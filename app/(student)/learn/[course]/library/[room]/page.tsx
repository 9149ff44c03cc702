import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LibraryView } from '@/components/learning/library/library-view';
import type { Asked } from '@/components/learning/library/room-props';
import { isRoom, roomNames } from '@/components/learning/library/rooms';
import { Page } from '@/components/ui/page';
import { loadLibrary } from '../load';

type Props = { params: Promise<{ course: string; room: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, room } = await params;
  if (!isRoom(room)) notFound();
  const { course } = await loadLibrary(slug);
  return { title: `${roomNames[room]}: ${course.title}`, robots: { index: false } };
}

export default async function LibraryRoomPage({ params, searchParams }: Props) {
  const { course: slug, room } = await params;
  if (!isRoom(room)) notFound();
  const { course, library, lessons } = await loadLibrary(slug);
  return (
    <Page>
      <LibraryView
        home={`/learn/${course.slug}`}
        course={course.title}
        edition={`edition ${course.edition}`}
        library={library}
        lessons={lessons}
        room={room}
        asked={await searchParams}
      />
    </Page>
  );
}
