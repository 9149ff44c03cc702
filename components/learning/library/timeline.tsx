import Link from 'next/link';
import type { EditionLibrary, LibraryEvent } from '@/rules/library/edition-library';
import { byYear } from '@/rules/library/timeline-filter';
import { formatSourceDate } from '@/rules/sources/source-date';
import { libraryHome, timelineHref } from './address';
import { SourceLinks } from './references';
import { wordsFor } from './timeline-filter';

type Props = { home: string; events: readonly LibraryEvent[]; library: EditionLibrary };

/** What happened, year by year. What each entry is filed under leads to all that is filed there. */
export function Timeline({ home, events, library }: Props) {
  return (
    <div className="library-years">
      {byYear(events).map(({ year, events: of }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="library-year">
          <h2 id={`year-${year}`}>{year}</h2>
          <ol>
            {of.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no ids, and their order is fixed
              <li key={index}>
                <Event home={home} event={event} library={library} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Event({ home, event, library }: { home: string; event: LibraryEvent; library: EditionLibrary }) {
  const { date, what, actor, place, instrument, directives, sources } = event;
  const filed = { actor, place } as const;
  return (
    <article className="library-event">
      <p className="library-date">
        <time dateTime={date}>{formatSourceDate(date)}</time>
        <Link
          href={timelineHref(home, { instrument })}
          prefetch={false}
          className={`library-instrument library-instrument-${instrument}`}
        >
          {wordsFor('instrument', instrument, [])}
        </Link>
      </p>
      <p className="library-what">{what}</p>
      <ul className="library-filed" aria-label="Filed under">
        {(['actor', 'place'] as const).map((field) => (
          <li key={field}>
            <Link href={timelineHref(home, { [field]: filed[field] })} prefetch={false}>
              {wordsFor(field, filed[field], [])}
            </Link>
          </li>
        ))}
        {directives.map((id) => (
          <li key={id}>
            <Link
              href={`${libraryHome(home)}/directives#${id}`}
              prefetch={false}
              title={library.directives.find((directive) => directive.id === id)?.title}
            >
              {id}
            </Link>
          </li>
        ))}
      </ul>
      <SourceLinks home={home} ids={sources} sources={library.sources} />
    </article>
  );
}
