import Link from 'next/link';
import { counted } from '@/rules/counted';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { libraryHome } from './address';

/** The rooms of a library, by their part of the address. */
export const roomNames = {
  glossary: 'Glossary',
  timeline: 'Timeline',
  sources: 'Sources',
  directives: 'Directive map',
} as const;
export type LibraryRoom = keyof typeof roomNames;

/** Whether a part of an address names a room. */
export const isRoom = (name: string): name is LibraryRoom => Object.hasOwn(roomNames, name);

const about: Record<LibraryRoom, string> = {
  glossary: 'Every word that the lessons explain, with its Chinese and the place where it is first used.',
  timeline: 'What happened when, by whom and where: each entry with its source.',
  sources: 'The bibliography: all that the course cites, and which lessons cite it.',
  directives: 'Passage by passage: who explains it, what tests it, what was promised and what was found.',
};

const countOf = (library: EditionLibrary): Record<LibraryRoom, string> => ({
  glossary: counted(library.glossary.length, 'term', 'terms'),
  timeline: counted(library.timeline.length, 'entry', 'entries'),
  sources: counted(library.sources.length, 'source', 'sources'),
  directives: counted(library.directives.length, 'passage', 'passages'),
});

/** How many are shown of all there are. */
export const shownOf = (shown: number, all: number, one: string, many: string): string =>
  shown === all ? counted(all, one, many) : `${shown} of ${counted(all, one, many)}`;

/** The way into each room, with what stands there. */
export function LibraryRooms({ home, library }: { home: string; library: EditionLibrary }) {
  const counts = countOf(library);
  return (
    <ul className="library-index">
      {(Object.keys(roomNames) as LibraryRoom[]).map((room) => (
        <li key={room}>
          <h2>
            <Link href={`${libraryHome(home)}/${room}`} prefetch={false}>
              {roomNames[room]}
            </Link>
          </h2>
          <p className="library-count">{counts[room]}</p>
          <p>{about[room]}</p>
        </li>
      ))}
    </ul>
  );
}
