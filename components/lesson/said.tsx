import type { Verdict } from '@/kinds/questions/kind';
import { Html } from './html';

/** What is said of one part of an answer: right or not in words, and why where there is more to say. */
export function Said({ id, verdict }: { id: string; verdict: Verdict['options'][number] }) {
  return (
    <div id={id} className="option-said">
      {verdict.html ? (
        <>
          <span className="visually-hidden">{verdict.right ? 'Right. ' : 'Not right. '}</span>
          <Html html={verdict.html} />
        </>
      ) : (
        <p>{verdict.right ? '✓ Right.' : '✗ Not right.'}</p>
      )}
    </div>
  );
}
