import { ButtonLink } from '@/components/ui/button';
import type { LogStanding } from '@/features/learning/work/log';
import { Entries } from '../claims/entries';

type Props = {
  log: LogStanding;
  /** The addresses of the claim log and of the last look at it. */
  claimLog: string;
  review: string;
  /** Whether it can be handed in from here. */
  writes: boolean;
};

/** A claim log where it is handed in: what is asked of it, line by line, and what stands in it now. */
export function LogPanel({ log, claimLog, review, writes }: Props) {
  const { number, needs, entries, incomplete } = log;
  if (number === null) return null;
  const ready = needs.every(({ met, byChoice }) => met || byChoice);
  return (
    <section aria-labelledby="log-title" className="log-panel">
      <h3 id="log-title">Your claim log now</h3>
      <ul className="log-needs">
        {needs.map(({ needs: line, met }) => (
          <li key={line} className={met ? 'log-need-met' : undefined}>
            <span aria-hidden="true">{met ? '✓' : '○'}</span>
            <span>
              <span className="visually-hidden">{met ? 'Done: ' : 'Missing: '}</span>
              {line}
            </span>
          </li>
        ))}
      </ul>
      {incomplete > 0 && (
        <p className="work-hint">
          {incomplete === 1 ? '1 entry is' : `${incomplete} entries are`} not complete, and not handed in as
          such.
        </p>
      )}
      {writes && (
        <div className="finish-actions">
          {ready && <ButtonLink href={review}>Look at it and hand it in</ButtonLink>}
          <ButtonLink href={claimLog} look="secondary">
            Go to your claim log
          </ButtonLink>
        </div>
      )}
      {entries.length > 0 && (
        <details className="work-rubric">
          <summary>The complete entries ({entries.length})</summary>
          <Entries entries={entries} />
        </details>
      )}
    </section>
  );
}
