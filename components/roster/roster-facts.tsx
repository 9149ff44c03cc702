import { Instant } from '@/components/ui/when';
import type { ShownRoster } from '@/features/enrollment/lists/get-roster';
import { encodingNames } from '@/rules/files/text-encoding';

const delimiterNames: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** Where a list comes from and how it was read. */
export function RosterFacts({ roster }: { roster: ShownRoster }) {
  const { rowCount, encoding, delimiter, oneRoster, source, sync, cohortName, by, createdAt } = roster;
  const separated = delimiter && `with ${delimiterNames[delimiter] ?? delimiter}`;
  const read = oneRoster
    ? 'as an export in the form of OneRoster'
    : [encoding && `as ${encodingNames[encoding]}`, separated].filter(Boolean).join(' ');
  return (
    <p className="-mt-4 mb-6 text-soft">
      {rowCount.toLocaleString('en')} {rowCount === 1 ? 'row' : 'rows'}
      {read && `, read ${read}`}
      {cohortName && <>, for the cohort “{cohortName}”</>}
      {source && <>, from {source}</>}
      {sync && ', keeping in step with it'}. Handed in by <bdi>{by}</bdi>,{' '}
      <Instant at={new Date(createdAt)} />.
    </p>
  );
}
