import type { LibrarySource, Scorecard } from '@/rules/library/edition-library';
import { evidenceLevels } from '@/rules/sources/evidence-levels';
import { formatSourceDate } from '@/rules/sources/source-date';
import { SourceLinks } from './references';

type Props = {
  home: string;
  id: string;
  score: Omit<Scorecard, 'directive'>;
  sources: readonly LibrarySource[];
};

/** What was promised, what was found of it, what speaks against it, what nobody knows, and what that comes to. */
export function ScorecardRow({ home, id, score, sources }: Props) {
  const { promised, found, against, unknown, verdict } = score;
  return (
    <section aria-label={`Scorecard of ${id}`} className="library-score">
      <h3>What became of it</h3>
      <dl>
        <div>
          <dt>What was promised</dt>
          <dd>{promised}</dd>
        </div>
        <div>
          <dt>What was found</dt>
          {found.length === 0 && <dd>Nothing that can be evidenced.</dd>}
          {found.map((one) => (
            <dd key={one.says}>
              <p>{one.says}</p>
              <p className="library-level">
                <span className="library-id">{one.level}</span> {evidenceLevels[one.level]},{' '}
                {formatSourceDate(one.date)}
              </p>
              <SourceLinks home={home} ids={one.sources} sources={sources} />
            </dd>
          ))}
        </div>
        <div>
          <dt>What speaks against it</dt>
          {against.length === 0 && <dd>Nothing was found.</dd>}
          {against.map((one) => (
            <dd key={one.says}>
              <p>{one.says}</p>
              <p className="library-level">{formatSourceDate(one.date)}</p>
              <SourceLinks home={home} ids={one.sources} sources={sources} />
            </dd>
          ))}
        </div>
        <div>
          <dt>What is unknown</dt>
          <dd>{unknown}</dd>
        </div>
        <div className="library-verdict">
          <dt>Verdict</dt>
          <dd>{verdict}</dd>
        </div>
      </dl>
    </section>
  );
}
