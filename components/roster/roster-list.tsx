import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { ListedRoster } from '@/features/enrollment/lists/list-rosters';

const count = (rows: number, one: string, many: string): string =>
  `${rows.toLocaleString('en')} ${rows === 1 ? one : many}`;

/** What became of a list, in a few words. */
const standing = ({ batchId, people }: ListedRoster): string =>
  batchId ? `Committed for ${count(people, 'person', 'people')}` : 'Waits for a day to be committed';

/** The lists of a course, the newest first. */
export function RosterList({ course, rosters }: { course: string; rosters: readonly ListedRoster[] }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {rosters.map((roster) => (
        <li key={roster.id} className="py-3">
          <Link
            href={`/teach/${course}/rosters/${roster.id}`}
            prefetch={false}
            className="inline-flex min-h-8 items-center font-semibold break-all underline decoration-rule underline-offset-4 hover:text-accent"
          >
            <bdi>{roster.name}</bdi>
          </Link>
          <p className="text-sm">{standing(roster)}</p>
          <p className="text-sm text-soft">
            {count(roster.rowCount, 'row', 'rows')}
            {roster.rejected > 0 && `, ${roster.rejected.toLocaleString('en')} rejected`}
            {roster.cohort && <>, cohort “{roster.cohort}”</>}
            {roster.source && <>, from {roster.source}</>} · <bdi>{roster.by}</bdi>,{' '}
            <Instant at={new Date(roster.createdAt)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
