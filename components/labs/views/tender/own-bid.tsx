import { buttonClass } from '@/components/ui/button-class';
import { fingerprint } from '@/kinds/labs/digest';
import { opening, seal } from '@/kinds/labs/tender/seal';
import type { TenderTask } from '@/kinds/labs/tender/task';
import type { LabDrawing } from '../../view';
import { Digest } from '../../visuals/digest';

/** 16 bytes that the browser draws by chance. */
const drawSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether what would be revealed opens what is committed to, in words. */
function Envelope({ committed, revealed }: { committed: string; revealed: string }) {
  if (!committed || !revealed) return <p>Nothing is committed to and revealed yet.</p>;
  return fingerprint(revealed) === committed ? (
    <p className="lab-verdict lab-verdict-good">What you reveal opens what you commit to.</p>
  ) : (
    <p className="lab-verdict lab-verdict-bad">
      What you reveal does not open what you commit to: the two fingerprints differ.
    </p>
  );
}

/** The learner's own bid, its commitment, and what opens it. */
export function OwnBid({ task, values, set }: LabDrawing<TenderTask>) {
  const { salt = '', commitment = '', opening: revealed = '' } = values;
  const { bid, tender } = task;
  return (
    <>
      <h4>Your own bid</h4>
      <dl className="lab-facts">
        <dt>Tender</dt>
        <dd>
          <code>{tender}</code>
        </dd>
        <dt>Your bid</dt>
        <dd>
          <code>{bid}</code>
        </dd>
        <dt>
          SHA-256 of <code className="lab-openings">{opening(bid, salt || '(salt)', tender)}</code>
        </dt>
        <dd>{salt ? <Digest of={seal(bid, salt, tender)} /> : 'There is no salt yet.'}</dd>
        <dt>SHA-256 of what you would reveal</dt>
        <dd>{revealed ? <Digest of={fingerprint(revealed)} /> : 'Nothing is revealed yet.'}</dd>
      </dl>
      <Envelope committed={commitment} revealed={revealed} />
      {set && (
        <p>
          <button
            type="button"
            className={buttonClass('secondary')}
            onClick={() => set({ salt: drawSalt() })}
          >
            Draw a salt by chance
          </button>
        </p>
      )}
    </>
  );
}
