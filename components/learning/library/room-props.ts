import type { EditionLibrary } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';

/** What the address of a page asks for, by field. */
export type Asked = Record<string, string | string[] | undefined>;

/** What a room of the library is made of. */
export type RoomProps = {
  /** The address of the course as it is read here. */
  home: string;
  library: EditionLibrary;
  lessons: readonly LibraryLesson[];
  asked: Asked;
};
