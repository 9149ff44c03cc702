import { Notice } from '@/components/ui/notice';
import type { AuditPage } from '@/features/audit/search-audit';

/** What is known of the chain: whether the newest entries hold together, and where it ends. */
export function ChainNote({ chain: { head, checked, problem } }: { chain: AuditPage['chain'] }) {
  if (problem)
    return (
      <Notice tone="bad" title="The chain of the audit log is broken">
        {problem} Have whoever runs the server look, with <code>npm run audit:verify</code>.
      </Notice>
    );
  if (!head) return null;
  return (
    <p className="text-sm text-soft">
      The newest {checked === 1 ? 'entry holds' : `${checked} entries hold`} together. The log ends at entry{' '}
      {head.seq}, with the hash <code title={head.hash}>{head.hash.slice(0, 12)}…</code>. The whole of it is
      checked with <code>npm run audit:verify</code>.
    </p>
  );
}
