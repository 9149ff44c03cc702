import Link from 'next/link';
import { outcomeWords, type RosterOutcome, rosterOutcomes } from '@/rules/enrollment/roster';

type Props = {
  /** The address of the list. */
  path: string;
  outcomes: Readonly<Record<string, number>>;
  chosen: RosterOutcome | null;
};

/** How many rows end how; each is a filter in the address. */
export function RosterOutcomes({ path, outcomes, chosen }: Props) {
  const there = rosterOutcomes.filter((outcome) => (outcomes[outcome] ?? 0) > 0);
  const all = there.reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
  const links: [href: string, label: string, rows: number, here: boolean][] = [
    [path, 'All rows', all, chosen === null],
    ...there.map((outcome): [string, string, number, boolean] => [
      `${path}?outcome=${outcome}`,
      outcomeWords[outcome].label,
      outcomes[outcome] ?? 0,
      chosen === outcome,
    ]),
  ];
  return (
    <nav aria-label="Rows by what happens to them">
      <ul className="flex flex-wrap gap-2">
        {links.map(([href, label, rows, here]) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={here ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-md border px-3 py-1 ${
                here
                  ? 'border-accent bg-accent-soft font-semibold'
                  : 'border-rule bg-raised hover:border-accent'
              }`}
            >
              {label} <span className="tabular-nums">{rows.toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
      {chosen && <p className="mt-3 text-soft">{outcomeWords[chosen].means}</p>}
    </nav>
  );
}
