import type { Metadata } from 'next';
import { RosterDecision } from '@/components/roster/roster-decision';
import { RosterFacts } from '@/components/roster/roster-facts';
import { RosterMapping } from '@/components/roster/roster-mapping';
import { RosterOutcomes } from '@/components/roster/roster-outcomes';
import { RosterRows } from '@/components/roster/roster-rows';
import { Turn } from '@/components/roster/turn';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getRoster } from '@/features/enrollment/lists/get-roster';
import { isRosterOutcome } from '@/rules/enrollment/roster';
import { call } from '@/server/call';
import { commitRosterAction, mapRosterAction } from './actions';

export const metadata: Metadata = { title: 'What this list would do' };

type Props = {
  params: Promise<{ course: string; roster: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RosterPage({ params, searchParams }: Props) {
  const { course, roster: id } = await params;
  const query = await searchParams;
  const outcome = isRosterOutcome(query.outcome) ? query.outcome : null;
  const page = typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1;
  const roster = await call(getRoster, { course, roster: id, outcome, page });
  const path = `/teach/${roster.slug}/rosters/${roster.id}`;
  const queryOf = (to: number) =>
    to < 1 || to > roster.pages
      ? null
      : `${new URLSearchParams({ ...(outcome && { outcome }), page: String(to) })}`;
  const { page: here, pages } = roster;
  const turns = {
    first: here > 2 ? queryOf(1) : null,
    previous: queryOf(here - 1),
    next: queryOf(here + 1),
  };
  const knowsNobody = !roster.columns.some(({ column }) => column === 'email' || column === 'externalId');
  return (
    <Page>
      <PageTitle
        lead={roster.batchId ? undefined : 'A dry run: nobody is enrolled yet. The list waits for a day.'}
      >
        <bdi className="break-words">{roster.name}</bdi>
      </PageTitle>
      <RosterFacts roster={roster} />
      <div className="grid gap-8">
        <RosterDecision roster={roster} action={commitRosterAction} />
        {!roster.batchId && (
          <details open={knowsNobody} className="rounded-lg border border-rule bg-raised px-5 py-3">
            <summary className="min-h-8 cursor-pointer py-1 font-semibold">
              Columns, cohort and source
            </summary>
            <div className="mt-4 mb-2">
              <RosterMapping roster={roster} action={mapRosterAction} />
            </div>
          </details>
        )}
        <section aria-labelledby="rows" className="grid gap-5">
          <h2 id="rows" className="text-xl">
            Rows
          </h2>
          <RosterOutcomes path={path} outcomes={roster.outcomes} chosen={outcome} />
          {roster.rows.length > 0 ? (
            <RosterRows rows={roster.rows} rowCount={roster.rowCount} />
          ) : (
            <Empty title="No rows are so">No row of this list ends this way.</Empty>
          )}
          {pages > 1 && (
            <p className="text-soft">
              Page {here} of {pages}
            </p>
          )}
          <Turn path={path} turns={turns} />
        </section>
      </div>
    </Page>
  );
}
