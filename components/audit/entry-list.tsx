import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { FoundEntry } from '@/features/audit/search-audit';

function Name({ label, href }: { label: string; href: string | null }) {
  if (!href) return <span>{label}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className="underline decoration-rule underline-offset-4 hover:text-accent"
    >
      {label}
    </Link>
  );
}

/** Entries of the audit log, newest first: a sentence each, with what was kept beside it folded in. */
export function EntryList({ entries }: { entries: FoundEntry[] }) {
  return (
    <ol className="border-t border-rule">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-rule py-3">
          <p className="break-words">
            <strong className="font-semibold">
              <Name {...entry.doer} />
            </strong>{' '}
            {entry.before} {entry.on && <Name {...entry.on} />}
            {entry.after}
          </p>
          <details className="mt-0.5 text-sm text-soft">
            <summary className="inline-flex min-h-6 cursor-pointer items-center">
              <Instant at={entry.at} />
              <span className="ml-2 underline decoration-rule underline-offset-4">
                Details<span className="visually-hidden"> of entry {entry.seq}</span>
              </span>
            </summary>
            <dl className="mt-1 mb-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
              <Pair name="Entry" value={String(entry.seq)} />
              <Pair name="Action" value={entry.action} href={`/admin/audit?action=${entry.action}`} />
              <Pair
                name="Object"
                value={entry.object}
                href={`/admin/audit?object=${encodeURIComponent(entry.object)}`}
              />
              {entry.detail.map(({ name, value }) => (
                <Pair key={name} name={name} value={value} />
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  );
}

function Pair({ name, value, href = null }: { name: string; value: string; href?: string | null }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="font-mono break-all">
        <Name label={value} href={href} />
      </dd>
    </>
  );
}
