import Link from 'next/link';
import type { SourcesScreen } from '@/features/authoring/sources/list-sources';
import { languageName } from './languages';

type Listed = SourcesScreen['documents'][number];

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The documents of a course, each with where it comes from and how far one has got with it. */
export function DocumentList({ course, documents }: { course: string; documents: Listed[] }) {
  return (
    <ul className="source-documents">
      {documents.map(({ fileId, path, document }) => (
        <li key={fileId} className="source-document">
          <h3 className="text-xl">
            <Link
              href={`/teach/${course}/sources/${fileId}`}
              prefetch={false}
              className="source-document-link"
            >
              {document ? <span lang={document.language}>{document.title}</span> : path}
            </Link>
          </h3>
          {document ? (
            <>
              <p className="mt-1 text-soft">
                <span lang={document.language}>{document.publisher}</span>, {document.date} ·{' '}
                {languageName(document.language)}
              </p>
              <p className="source-counts">
                <span>{count(document.passages, 'passage', 'passages')}</span>
                <span>{document.used} used in lessons</span>
                {document.unchecked > 0 ? (
                  <span className="source-open">{document.unchecked} not yet checked</span>
                ) : (
                  <span>all checked</span>
                )}
                {document.cited.length > 0 && (
                  <span>cited in {count(document.cited.length, 'lesson', 'lessons')}</span>
                )}
              </p>
            </>
          ) : (
            <p className="mt-1 text-bad">This file has a mistake in it and cannot be read.</p>
          )}
        </li>
      ))}
    </ul>
  );
}
