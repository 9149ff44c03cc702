import Link from 'next/link';
import type { LibraryTerm } from '@/rules/library/edition-library';
import { byLetter } from '@/rules/library/glossary-filter';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { libraryHome } from './address';
import { LessonLink } from './references';

type Props = {
  home: string;
  /** What is shown, and all that there is: a word may send its readers to one that is not shown. */
  terms: readonly LibraryTerm[];
  all: readonly LibraryTerm[];
  lessons: readonly LibraryLesson[];
};

/** The words of a course by their letters. */
export function Glossary({ home, terms, all, lessons }: Props) {
  return (
    <div className="library-letters">
      {byLetter(terms).map(({ letter, terms: of }) => (
        <section key={letter} aria-label={letter === '#' ? 'Other signs' : letter} className="library-letter">
          <h2>{letter}</h2>
          <dl>
            {of.map((term) => (
              <Term key={term.id} home={home} term={term} all={all} lessons={lessons} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Term({ home, term, all, lessons }: Omit<Props, 'terms'> & { term: LibraryTerm }) {
  const { id, zh, pinyin, definition, see, first } = term;
  const lesson = first && lessons.find((candidate) => candidate.id === first.lesson);
  const others = see.flatMap((other) => all.find((candidate) => candidate.id === other) ?? []);
  return (
    <div id={`term-${id}`} className="library-term">
      <dt>
        <dfn>{term.term}</dfn>
        {zh && (
          <span className="library-zh">
            <span lang="zh">{zh}</span>
            {pinyin && <span lang="zh-Latn">{pinyin}</span>}
          </span>
        )}
      </dt>
      <dd>{definition}</dd>
      {others.length > 0 && (
        <dd className="library-see">
          See{' '}
          {others.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <Link href={`${libraryHome(home)}/glossary#term-${other.id}`} prefetch={false}>
                {other.term}
              </Link>
            </span>
          ))}
        </dd>
      )}
      {first && lesson && (
        <dd className="library-first">
          First used in <LessonLink home={home} lesson={lesson} block={first.block} />
        </dd>
      )}
    </div>
  );
}
