import { rulings } from '@/kinds/labs/tender/rules';
import { opening, seal } from '@/kinds/labs/tender/seal';
import type { TenderTask } from '@/kinds/labs/tender/task';
import { when } from '@/kinds/labs/tender/when';
import type { Values } from '@/kinds/labs/verdict';
import { Digest } from '../../visuals/digest';
import { type Mark, Timeline } from '../../visuals/timeline';

type Props = { task: TenderTask; values: Values };

/** The verdict that was given, as its words and as the state of a mark. */
function given(value: string | undefined): { label: string; state: Mark['state'] } {
  const label = rulings.find((ruling) => ruling.value === value)?.label;
  if (label === undefined) return { label: 'No verdict yet', state: 'open' };
  return { label, state: value === 'counts' ? 'good' : 'bad' };
}

/** What the other firms did: on a timeline, as a record, and in full for whoever wants to compute it. */
export function Record({ task, values }: Props) {
  const { opens, deadline, close, commitments, reveals, tender } = task;
  const verdicts = reveals.map((reveal, at) => ({ ...reveal, ...given(values[`reveal-${at + 1}`]) }));
  const lanes = commitments.map(({ firm, at }) => ({
    name: firm,
    marks: [
      { at, shape: 'square' as const, state: 'open' as const, label: `${firm} commits, ${when(at)}` },
      ...verdicts
        .filter((one) => one.firm === firm)
        .map((one) => ({
          at: one.at,
          shape: 'circle' as const,
          state: one.state,
          label: `${firm} reveals, ${when(one.at)}: ${one.label}`,
        })),
    ],
  }));
  return (
    <>
      <h4>What the other firms did</h4>
      <p>
        Bids are sealed until {when(deadline)}, and opened until {when(close)}. A square is a commitment, a
        circle a reveal. Your verdict puts a tick or a cross into the circle.
      </p>
      <Timeline
        from={opens}
        to={close + 0.75 * 1440}
        gates={[
          { at: deadline, before: 'Sealing' },
          { at: close, before: 'Opening' },
        ]}
        after="After"
        lanes={lanes}
        label={`${commitments.length} commitments and ${reveals.length} reveals over time; the table below says the same.`}
      />
      <table className="figure-table lab-record">
        <caption className="visually-hidden">Each reveal beside the commitment of its firm</caption>
        <thead>
          <tr>
            <th scope="col">Reveal</th>
            <th scope="col">Commitment</th>
            <th scope="col">What is revealed</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(({ firm, at, bid, salt, label, state }, index) => {
            const own = commitments.find((commitment) => commitment.firm === firm);
            return (
              <tr key={`${firm} ${at}`}>
                <th scope="row">
                  <span>
                    {index + 1} {firm}
                  </span>
                  <span className={`lab-verdict lab-verdict-${state}`}>{label}</span>
                </th>
                <td>
                  <span>{own && when(own.at)}</span>
                  {own && <Digest of={own.digest} short />}
                </td>
                <td>
                  <span>{when(at)}</span>
                  <span>
                    bids <strong>{bid}</strong>
                  </span>
                  <Digest of={seal(bid, salt, tender)} short />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <details className="chart-table">
        <summary>What was revealed, in full</summary>
        <ol className="lab-steps lab-openings">
          {reveals.map(({ firm, at, bid, salt }) => (
            <li key={`${firm} ${at}`}>
              {firm}: <code>{opening(bid, salt, tender)}</code>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
