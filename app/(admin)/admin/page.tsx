import type { Metadata } from 'next';
import { Works } from '@/components/admin/works';
import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { RowChart } from '@/components/charts/row-chart';
import { Page, PageTitle } from '@/components/ui/page';
import { getDashboard } from '@/features/reporting/get-dashboard';
import { canReadMail } from '@/rules/access';
import { weekWords } from '@/rules/time/weeks';
import { call, viewer } from '@/server/call';
import { runningVersion } from '@/server/version';

export const metadata: Metadata = { title: 'Dashboard' };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export default async function DashboardPage() {
  const dashboard = await call(getDashboard, {});
  const mailHref = canReadMail(await viewer(), {}) ? '/admin/mails' : undefined;
  const { weeks, states } = dashboard;
  const thisWeek = weeks.at(-1);
  const active = states.find(({ state }) => state === 'active')?.count ?? 0;
  const heads = [
    ['Learned this week', thisWeek?.learners ?? 0],
    ['Completed a course this week', thisWeek?.completed ?? 0],
    ['Active enrollments', active],
  ] as const;
  const byWeek = (of: 'learners' | 'completed' | 'receipts') =>
    weeks.map((row) => ({ label: weekWords(row.week), value: row[of] }));
  return (
    <Page>
      <PageTitle lead="The whole site at this moment. Weeks begin on Monday, in UTC.">Dashboard</PageTitle>
      <dl className="figure-heads">
        {heads.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <div className="dashboard-charts">
        <LineChart
          id="learners"
          title="Active learners by week"
          axis="Week from"
          unit="People who learned"
          points={byWeek('learners')}
        />
        <BarChart
          id="completions"
          title="Courses completed by week"
          axis="Week from"
          unit="Completions"
          points={byWeek('completed')}
        />
        <BarChart
          id="receipts"
          title="Steps of learning by week"
          axis="Week from"
          unit="Views and answers recorded"
          points={byWeek('receipts')}
        />
        <RowChart
          title="Enrollments by state"
          axis="State"
          unit="Enrollments"
          points={states.map(({ state, count }) => ({ label: capital(state), value: count }))}
        />
      </div>
      <section aria-labelledby="works" className="mt-14">
        <h2 id="works" className="mb-6 text-2xl">
          How the site is doing
        </h2>
        <Works dashboard={dashboard} version={runningVersion()} mailHref={mailHref} />
      </section>
    </Page>
  );
}
