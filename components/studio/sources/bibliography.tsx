import Link from 'next/link';
import type { SourcesScreen } from '@/features/authoring/sources/list-sources';

/** Everything else that lessons cite, with where each entry is cited. Entries are edited in their file. */
export function Bibliography({
  course,
  entries,
}: {
  course: string;
  entries: SourcesScreen['bibliography'];
}) {
  return (
    <section aria-labelledby="bibliography-title" className="mt-14">
      <h2 id="bibliography-title" className="mb-1 text-2xl">
        Bibliography
      </h2>
      <p className="mb-5 text-soft">
        {entries.length === 0
          ? 'The course has no entries in sources/*.yaml. Documents above can be cited without one.'
          : `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}. They are written in sources/*.yaml and edited there.`}
      </p>
      <ul className="source-bibliography">
        {entries.map((entry) => (
          <li key={entry.id + entry.fileId} className="py-4">
            <p>
              <cite lang={entry.language} className="font-serif text-[1.05rem] not-italic">
                {entry.url ? (
                  <a href={entry.url} rel="noopener noreferrer ugc">
                    {entry.title}
                  </a>
                ) : (
                  entry.title
                )}
              </cite>
              . {entry.publisher}, {entry.date}
            </p>
            <p className="mt-1 text-sm text-soft">
              <Link
                href={`/teach/${course}/files/${entry.fileId}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center underline decoration-rule underline-offset-4 hover:text-accent"
              >
                <code>{entry.id}</code>
              </Link>{' '}
              · {entry.kind}
              {entry.primary && ', primary'} · {entry.cited.length === 0 ? 'cited nowhere' : 'cited in '}
              {entry.cited.map((lesson, index) => (
                <span key={lesson.fileId}>
                  {index > 0 && ', '}
                  <Link
                    href={`/teach/${course}/lessons/${lesson.fileId}`}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center underline decoration-rule underline-offset-4 hover:text-accent"
                  >
                    {lesson.title}
                  </Link>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
