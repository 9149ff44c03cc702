import Link from 'next/link';
import { counted } from '@/rules/counted';
import { nameOf, sourceKindWords } from '@/rules/library/bibliography';
import type { LibrarySource } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { formatSourceDate } from '@/rules/sources/source-date';
import { libraryHome } from './address';
import { LessonLink, lessonsNamed } from './references';

type Props = { home: string; sources: readonly LibrarySource[]; lessons: readonly LibraryLesson[] };

/** The sources of a course, each with all that is known of it and with what cites it. */
export function Bibliography({ home, sources, lessons }: Props) {
  return (
    <ol className="library-sources">
      {sources.map((source) => (
        <li key={source.id} id={`src-${source.id}`}>
          <Reference source={source} />
          <p className="library-standing">
            {sourceKindWords[source.kind] ?? source.kind} ·{' '}
            {source.primary ? 'primary source' : 'secondary source'}
          </p>
          <p className="library-used">{source.usedFor}</p>
          {source.note && <p className="library-note">{source.note}</p>}
          <CitedBy home={home} source={source} lessons={lessons} />
        </li>
      ))}
    </ol>
  );
}

function Reference({ source }: { source: LibrarySource }) {
  const { title, url, language, publisher, author, date } = source;
  const cited = <cite lang={language === 'en' ? undefined : language}>{title}</cite>;
  return (
    <p className="library-reference">
      <span className="library-name">{nameOf(source)}</span> (
      <time dateTime={date}>{formatSourceDate(date)}</time>).{' '}
      {url ? (
        <a href={url} rel="noopener noreferrer ugc">
          {cited}
        </a>
      ) : (
        cited
      )}
      .{author && <> {publisher}.</>}
      {url && <span className="library-url">{url}</span>}
    </p>
  );
}

function CitedBy({
  home,
  source,
  lessons,
}: {
  home: string;
  source: LibrarySource;
  lessons: Props['lessons'];
}) {
  const { events, directives } = source;
  return (
    <ul className="library-by" aria-label="Cited by">
      {lessonsNamed(source.lessons, lessons).map((lesson) => (
        <li key={lesson.id}>
          <LessonLink home={home} lesson={lesson} />
        </li>
      ))}
      {events > 0 && (
        <li>
          <Link href={`${libraryHome(home)}/timeline`} prefetch={false}>
            {counted(events, 'entry', 'entries')} of the timeline
          </Link>
        </li>
      )}
      {directives.map((id) => (
        <li key={id}>
          <Link href={`${libraryHome(home)}/directives#${id}`} prefetch={false}>
            {id}
          </Link>
        </li>
      ))}
    </ul>
  );
}
