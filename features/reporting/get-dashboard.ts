import * as z from 'zod';
import { enrollmentTallies, learnersByWeek, worksNow } from '@/db/queries/dashboard';
import { canReadDashboards } from '@/rules/access';
import { enrollmentStates } from '@/rules/enrollment/enrollment-states';
import { lastWeeks } from '@/rules/time/weeks';
import { noSubject, type OutputOf, operation } from '@/server/operation';

const weeksShown = 12;
const daysOfWorks = 90;

/**
 * The whole site in figures: who learned in the last weeks, enrollments by state, completions, and whether mail,
 * jobs and storage are well. Three queries, however many people there are.
 */
export const getDashboard = operation({
  name: 'get-dashboard',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: canReadDashboards,
  async run({ db, now }) {
    const weeks = lastWeeks(weeksShown, now);
    const since = new Date(`${weeks[0]}T00:00:00Z`);
    const [learned, tallies, works] = await Promise.all([
      learnersByWeek(db, since),
      enrollmentTallies(db, since, now),
      worksNow(db, new Date(now.getTime() - daysOfWorks * 86_400_000)),
    ]);
    const sum = (of: (row: (typeof tallies)[number]) => boolean) =>
      tallies.filter(of).reduce((total, { count }) => total + count, 0);
    return {
      weeks: weeks.map((week) => ({
        week,
        learners: learned.find((row) => row.week === week)?.people ?? 0,
        receipts: learned.find((row) => row.week === week)?.receipts ?? 0,
        completed: sum((row) => row.week === week),
      })),
      states: enrollmentStates.map((state) => ({ state, count: sum((row) => row.state === state) })),
      mails: {
        waiting: works.mails_waiting,
        failing: works.mails_failing,
        dead: works.mails_dead,
        sent: works.mails_sent,
      },
      publications: { waiting: works.publications_waiting, failed: works.publications_failed },
      batches: { waiting: works.batches_waiting, failed: works.batches_failed },
      storage: {
        assets: works.assets,
        assetBytes: Number(works.asset_bytes),
        databaseBytes: Number(works.database_bytes),
      },
      database: { migrations: works.migrations, postgres: works.postgres },
      /** How far back the counts of what is over go. */
      days: daysOfWorks,
    };
  },
});

export type Dashboard = OutputOf<typeof getDashboard>;
