import type { ShownEntry } from '@/features/learning/claims/shown';
import { EntryWords } from './entry-words';

/** Entries of a claim log, to be read: each with its number, its claim, and what stands with it. */
export function Entries({ entries }: { entries: readonly ShownEntry[] }) {
  return (
    <ol className="claim-entries">
      {entries.map((entry, index) => (
        <li key={entry.id}>
          <EntryWords entry={entry} number={index + 1} />
        </li>
      ))}
    </ol>
  );
}
