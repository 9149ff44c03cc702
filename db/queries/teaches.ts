import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { cohortStaff, courseStaff } from '../schema';

/** Whether a person works on any course, or with any cohort. */
export const teaches = (userId: AnyColumn): SQL<boolean> =>
  sql<boolean>`(exists (select 1 from ${courseStaff} where ${courseStaff.userId} = ${userId})
    or exists (select 1 from ${cohortStaff} where ${cohortStaff.userId} = ${userId}))`;
