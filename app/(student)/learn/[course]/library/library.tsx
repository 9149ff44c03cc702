import { LibraryView } from '@/components/learning/library/library-view';
import type { Asked } from '@/components/learning/library/room-props';
import type { LibraryRoom } from '@/components/learning/library/rooms';
import { Page } from '@/components/ui/page';
import { loadLibrary } from './load';

type Props = { course: string; room: LibraryRoom | null; asked: Asked };

/** The library of the edition that somebody reads, or one room of it. */
export async function Library({ course: slug, room, asked }: Props) {
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
        asked={asked}
      />
    </Page>
  );
}
