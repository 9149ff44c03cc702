import { Instant } from '@/components/ui/when';
import type { PersonEntry } from '@/features/accounts/get-person';
import { deedWords } from '@/rules/audit/audit-words';

function entryWords({ action, detail }: PersonEntry): string {
  const { before, after } = deedWords(action, detail);
  const words = after === null ? before : `${before} this account${after}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What happened to an account, newest first. Who did it is said where it was not the person. */
export function AuditList({ entries }: { entries: PersonEntry[] }) {
  if (entries.length === 0) return <p className="text-soft">Nothing is recorded yet.</p>;
  return (
    <ol className="border-t border-rule">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2.5"
        >
          <span>
            {entryWords(entry)}
            {entry.by && <span className="text-soft"> · by {entry.by}</span>}
          </span>
          <span className="text-sm text-soft">
            <Instant at={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
