import Link from 'next/link';
import type { ListedEditions } from '@/features/authoring/publishing/list-editions';
import { instantWords } from '@/rules/time/ago';

type Edition = ListedEditions['editions'][number];

/** How many people are on an edition, in words. */
export function learnersInWords({ learning, finished }: Edition['learners']): string {
  const parts = [
    `${learning === 0 ? 'Nobody learns' : learning === 1 ? '1 person learns' : `${learning} people learn`} on it`,
    finished > 0 && `${finished} finished it`,
  ];
  return parts.filter(Boolean).join(', ');
}

function EditionRow({
  course,
  edition,
  previous,
}: {
  course: string;
  edition: Edition;
  previous: number | null;
}) {
  const { number, current, publishedAt, publisher, note, learners } = edition;
  const base = `/teach/${course}`;
  return (
    <li className="pub-edition">
      <p className="pub-edition-number" aria-hidden="true">
        {number}
      </p>
      <div className="min-w-0">
        <h2 className="text-xl">
          <Link href={`${base}/editions/${number}`} prefetch={false} className="pub-link">
            Edition {number}
          </Link>
          {current && <span className="pub-current">What new learners get</span>}
        </h2>
        <p className="text-sm text-soft">
          <time dateTime={publishedAt.toISOString()}>{instantWords(publishedAt)}</time>,{' '}
          {publisher ? `by ${publisher}` : 'from files on the server'}
        </p>
        {note && <p className="mt-2 max-w-prose whitespace-pre-line">{note}</p>}
        <p className="mt-2">{learnersInWords(learners)}.</p>
        <ul className="pub-acts">
          {previous !== null && (
            <li>
              <Link href={`${base}/editions/${previous}/compare/${number}`} prefetch={false}>
                What changed since edition {previous}
              </Link>
            </li>
          )}
          <li>
            <Link href={`${base}/editions/${number}/compare/draft`} prefetch={false}>
              Compare with the draft
            </Link>
          </li>
          <li>
            <Link href={`${base}/preview/${number}`} prefetch={false}>
              Preview
            </Link>
          </li>
          {edition.filesKept && (
            <li>
              <a href={`/api/teach/${course}/export?edition=${number}`}>Export</a>
            </li>
          )}
          <li>
            <Link href={`${base}/editions/${number}`} prefetch={false}>
              {current ? 'Move learners, restore' : 'Restore'}
            </Link>
          </li>
        </ul>
      </div>
    </li>
  );
}

/** The editions of a course, the newest first. */
export function EditionList({ course, editions }: { course: string; editions: Edition[] }) {
  return (
    <ol reversed className="pub-editions">
      {editions.map((edition, index) => (
        <EditionRow
          key={edition.number}
          course={course}
          edition={edition}
          previous={editions[index + 1]?.number ?? null}
        />
      ))}
    </ol>
  );
}
