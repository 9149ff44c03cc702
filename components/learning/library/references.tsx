import Link from 'next/link';
import { nameOf } from '@/rules/library/bibliography';
import type { LibrarySource } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { formatSourceDate } from '@/rules/sources/source-date';
import { libraryHome } from './address';

type LessonLinkProps = { home: string; lesson: LibraryLesson; block?: string | null };

/** A lesson by its number and title; it leads there once the lesson may be begun. */
export function LessonLink({ home, lesson, block }: LessonLinkProps) {
  const name = `${lesson.number}. ${lesson.title}`;
  if (!lesson.open) return <span>{name} (not open yet)</span>;
  return (
    <Link href={`${home}/${lesson.id}${block ? `#${block}` : ''}`} prefetch={false}>
      {name}
    </Link>
  );
}

/** Lessons by their ids, those that the course has. */
export const lessonsNamed = (ids: readonly string[], lessons: readonly LibraryLesson[]): LibraryLesson[] =>
  lessons.filter(({ id }) => ids.includes(id));

type SourceLinksProps = { home: string; ids: readonly string[]; sources: readonly LibrarySource[] };

/** Where something is known from: each source by its name and date, leading to its place in the bibliography. */
export function SourceLinks({ home, ids, sources }: SourceLinksProps) {
  const cited = ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return (
    <ul className="library-cited" aria-label="Sources">
      {cited.map((source) => (
        <li key={source.id}>
          <Link href={`${libraryHome(home)}/sources#src-${source.id}`} prefetch={false} title={source.title}>
            {nameOf(source)}, {formatSourceDate(source.date)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
