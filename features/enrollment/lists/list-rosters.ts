import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { rostersOf } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import { committedCount } from '@/rules/enrollment/roster';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

const most = 50;

/** The lists of a course, those that wait and those that were committed, and what a new one can be for. */
export const listRosters = operation({
  name: 'list-rosters',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, subject: course }) {
    const [rows, scopes] = await Promise.all([
      rostersOf(db, course.id, most),
      enrollmentScopes(db, course.id),
    ]);
    return {
      slug: course.slug,
      cohorts: (scopes?.cohorts ?? [])
        .filter(({ terms }) => terms.archivedAt === null)
        .map(({ id, name }) => ({ id, name })),
      sources: [...new Set(rows.flatMap(({ source }) => source ?? []))],
      rosters: rows.map(({ id, name, by, cohort, source, sync, rowCount, outcomes, batchId, createdAt }) => ({
        id,
        name,
        by,
        cohort,
        source,
        sync,
        rowCount,
        rejected: outcomes.rejected ?? 0,
        people: committedCount(outcomes),
        batchId,
        createdAt: createdAt.toISOString(),
      })),
    };
  },
});
export type ListedRoster = OutputOf<typeof listRosters>['rosters'][number];
