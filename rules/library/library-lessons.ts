import { type EditionManifest, lessonsOf } from '../editions/edition';

/** A lesson as a library names it: `number` in reading order; `open` is false of one that may not be begun yet. */
export type LibraryLesson = {
  id: string;
  number: number;
  title: string;
  open: boolean;
  sort: 'quiz' | 'work' | 'lesson';
};

/** The lessons of an edition, in reading order. */
export const libraryLessons = (
  outline: Pick<EditionManifest, 'modules'>,
  isOpen: (id: string) => boolean,
): LibraryLesson[] =>
  lessonsOf(outline).map(({ id, title, quiz, work }, index) => ({
    id,
    number: index + 1,
    title,
    open: isOpen(id),
    sort: quiz ? 'quiz' : work ? 'work' : 'lesson',
  }));
