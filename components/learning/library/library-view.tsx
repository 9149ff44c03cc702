import type { ReactNode } from 'react';
import type { EditionLibrary } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { DirectivesRoom } from './directives-room';
import { LibraryFrame, NothingHere } from './frame';
import { GlossaryRoom } from './glossary-room';
import type { Asked, RoomProps } from './room-props';
import { type LibraryRoom, LibraryRooms, roomNames } from './rooms';
import { SourcesRoom } from './sources-room';
import { TimelineRoom } from './timeline-room';

const rooms: Record<LibraryRoom, { lead: string; nothing: string; Room: (props: RoomProps) => ReactNode }> = {
  glossary: {
    lead: 'The words of the course, what they mean, and where each is first used.',
    nothing: 'glossary',
    Room: GlossaryRoom,
  },
  timeline: {
    lead: 'What happened when, by whom and where. Every entry says how it is known.',
    nothing: 'timeline',
    Room: TimelineRoom,
  },
  sources: {
    lead: 'All that the course cites, and where. What nothing cites is not listed.',
    nothing: 'bibliography',
    Room: SourcesRoom,
  },
  directives: {
    lead: 'Passage by passage: what it says and who says it, which lessons explain it, and what became of it.',
    nothing: 'directive map',
    Room: DirectivesRoom,
  },
};

const aboutAll =
  'What stands beside the lessons: the words, the dates, the sources, and the passages with what became of them.';

type Props = {
  library: EditionLibrary | null;
  lessons: readonly LibraryLesson[];
  /** The address of the course as it is read here; its library is below it. */
  home: string;
  course: string;
  edition: string;
  /** Null for the way into all of them. */
  room: LibraryRoom | null;
  /** What the address asks for. */
  asked: Asked;
};

/** The library of a course: the way into its rooms, or one of them. */
export function LibraryView({ library, lessons, home, course, edition, room, asked }: Props) {
  const frame = { home, course, edition, room };
  if (room === null)
    return (
      <LibraryFrame {...frame} title="Library" lead={aboutAll}>
        {library ? (
          <LibraryRooms home={home} library={library} />
        ) : (
          <NothingHere home={home} what="library" />
        )}
      </LibraryFrame>
    );
  const { lead, nothing, Room } = rooms[room];
  return (
    <LibraryFrame {...frame} title={roomNames[room]} lead={lead}>
      {library && library[room].length > 0 ? (
        <Room home={home} library={library} lessons={lessons} asked={asked} />
      ) : (
        <NothingHere home={home} what={nothing} />
      )}
    </LibraryFrame>
  );
}
