import { memo } from 'react';
import { bareSeal, possibleBids } from '@/kinds/labs/tender/seal';
import type { TenderTask } from '@/kinds/labs/tender/task';
import { Digest } from '../../visuals/digest';

/**
 * A tender in which nobody used a salt, with the fingerprint of every possible bid, sorted as a dictionary is. It is
 * drawn once: what is typed elsewhere changes nothing in it.
 */
export const OldTender = memo(function OldTender({ old }: { old: TenderTask['old'] }) {
  const { tender, firm, digest, bids } = old;
  const entries = possibleBids(bids)
    .map((bid) => ({ bid, seal: bareSeal(bid, tender) }))
    .sort((a, b) => (a.seal < b.seal ? -1 : 1));
  return (
    <>
      <h4>The old tender, without a salt</h4>
      <p>
        In tender <code>{tender}</code> the commitment was SHA-256 of <code>{`bid|${tender}`}</code>. Bids
        were whole hundreds from {bids.least} to {bids.least + (bids.count - 1) * bids.step}, so there are{' '}
        <strong>{bids.count}</strong> possible ones.
      </p>
      <dl className="lab-facts">
        <dt>{firm} committed to</dt>
        <dd>
          <Digest of={digest} />
        </dd>
      </dl>
      <p>The dictionary, by the first digit of the fingerprint:</p>
      {[...'0123456789abcdef'].map((first) => {
        const found = entries.filter((entry) => entry.seal.startsWith(first));
        return (
          <details key={first} className="lab-drawer">
            <summary>
              <code>{first}…</code> {found.length} {found.length === 1 ? 'bid' : 'bids'}
            </summary>
            <ol className="lab-dictionary">
              {found.map(({ bid, seal }) => (
                <li key={bid}>
                  {seal.slice(0, 8)} {bid}
                </li>
              ))}
            </ol>
          </details>
        );
      })}
    </>
  );
});
