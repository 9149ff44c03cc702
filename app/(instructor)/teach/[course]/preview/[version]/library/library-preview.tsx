import { LibraryView } from '@/components/learning/library/library-view';
import type { Asked } from '@/components/learning/library/room-props';
import type { LibraryRoom } from '@/components/learning/library/rooms';
import { PreviewBanner } from '@/components/studio/preview/preview-banner';
import { versionInWords } from '@/components/studio/preview/words';
import { Page } from '@/components/ui/page';
import { loadLibraryPreview } from './load';

type Props = { course: string; version: string; room: LibraryRoom | null; asked: Asked };

/** The library of a draft or an edition, or one room of it, as a learner reads it. */
export async function LibraryPreview({ course, version, room, asked }: Props) {
  const { title, problems, library, lessons } = await loadLibraryPreview(course, version);
  return (
    <Page>
      <PreviewBanner course={course} version={version} problems={problems} />
      <div className="mt-8">
        <LibraryView
          home={`/teach/${course}/preview/${version}`}
          course={title}
          edition={versionInWords(version)}
          library={library}
          lessons={lessons}
          room={room}
          asked={asked}
        />
      </div>
    </Page>
  );
}
