import type { CallReport } from '@/kinds/solidity/example/words';

/** The calls that were made, the latest first, each with the lines it went through. */
export function ExampleCalls({ calls }: { calls: readonly CallReport[] }) {
  if (calls.length === 0) return <p className="lab-help">Nobody has called it yet.</p>;
  return (
    <ol className="lab-calls" reversed>
      {calls.toReversed().map(({ says, refused, gas, events, lines }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call is the nth that was made, and the same may be made again
        <li key={calls.length - at}>
          <p>
            <strong>{says}</strong>
          </p>
          <p className={refused ? 'lab-is-bad' : 'lab-is-good'}>
            {refused ? `✗ ${refused}; nothing was changed` : '✓ it went through'}
          </p>
          <p className="lab-help">
            {gas.toLocaleString('en-GB')} gas
            {events.length > 0 && (
              <>
                ; event <code>{events.join(' ')}</code>
              </>
            )}
          </p>
          {lines.length > 0 && (
            <details className="chart-table">
              <summary>The lines it went through</summary>
              <ol className="lab-trace">
                {lines.map(({ line, text }, step) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a call may come through the same line again
                  <li key={step}>
                    <span>Line {line}</span>
                    <code>{text}</code>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
