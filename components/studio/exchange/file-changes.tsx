import type { FileChange } from '@/rules/authoring/course-paths-changes';

const shownAtOnce = 12;
const signs = { added: '+', changed: '±', removed: '−' } as const;

/** The files that would be added, changed and removed, with how many lines of each. */
export function FileChanges({ changes, unchanged }: { changes: FileChange[]; unchanged: number }) {
  return (
    <section aria-labelledby="changes" className="exchange-group">
      <h2 id="changes">
        Files <span className="exchange-count">{changes.length}</span>
      </h2>
      {changes.length === 0 ? (
        <p className="text-soft">Nothing would change: the draft is the same already.</p>
      ) : (
        <>
          <Changes changes={changes.slice(0, shownAtOnce)} />
          {changes.length > shownAtOnce && (
            <details className="exchange-more">
              <summary>Show the other {changes.length - shownAtOnce}</summary>
              <Changes changes={changes.slice(shownAtOnce)} />
            </details>
          )}
        </>
      )}
      {unchanged > 0 && changes.length > 0 && (
        <p className="text-sm text-soft">
          {unchanged} {unchanged === 1 ? 'file stays' : 'files stay'} as{' '}
          {unchanged === 1 ? 'it is' : 'they are'}.
        </p>
      )}
    </section>
  );
}

function Changes({ changes }: { changes: FileChange[] }) {
  return (
    <ul className="exchange-changes">
      {changes.map(({ path, how, more, fewer }) => (
        <li key={path} className={`exchange-${how}`}>
          <span className="exchange-sign" aria-hidden="true">
            {signs[how]}
          </span>
          <span className="exchange-path">
            <span className="visually-hidden">{how}: </span>
            <bdi>{path}</bdi>
          </span>
          <span className="exchange-lines">{linesInWords(how, more, fewer)}</span>
        </li>
      ))}
    </ul>
  );
}

function linesInWords(how: FileChange['how'], more: number | null, fewer: number | null): string {
  if (more === null || fewer === null) return how === 'changed' ? 'another file' : '';
  const count = (lines: number) => `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}`;
  if (how === 'added') return count(more);
  if (how === 'removed') return count(fewer);
  return more + fewer === 0
    ? 'lines in another order'
    : `+${more.toLocaleString('en')} −${fewer.toLocaleString('en')} lines`;
}
