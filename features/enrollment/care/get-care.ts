import * as z from 'zod';
import { type CareRow, careList, cohortNames } from '@/db/queries/care';
import { reminderBatches } from '@/db/queries/care-batches';
import { cohortsTaughtBy } from '@/db/queries/cohorts';
import { canRemind } from '@/rules/access';
import { signsOf } from '@/rules/enrollment/care';
import { type OutputOf, operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { careInput, filterOf, scopeOf } from './input';

const pageSize = 50;

/** A row as the rules judge it. */
export const factsOf = (row: CareRow) => ({ ...row, group: { size: row.groupSize, median: row.median } });

/** Who of a course may want a word: dormant, behind, nearly done, or with little time left. */
export const getCare = operation({
  name: 'get-care',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...careInput, page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  subject: inCourse,
  allow: canRemind,
  async run({ db, actor, input, subject: course, now }) {
    const offset = (input.page - 1) * pageSize;
    const [found, cohorts, own, sent] = await Promise.all([
      careList(db, scopeOf(course, input, now), filterOf(input), { limit: pageSize, offset }),
      cohortNames(db, course.id),
      cohortsTaughtBy(db, course.id, actor.userId),
      reminderBatches(db, course.id, 5),
    ]);
    return {
      slug: course.slug,
      zone: course.zone,
      cohorts: [...cohorts],
      own,
      counts: found.counts,
      matching: found.matching,
      pages: Math.max(1, Math.ceil(found.matching / pageSize)),
      reminders: sent.map(({ outcomes, ...batch }) => ({
        ...batch,
        sent: outcomes.reminded ?? 0,
        leftOut: outcomes['left-out'] ?? 0,
      })),
      people: found.rows.map((row) => ({
        id: row.enrollmentId,
        name: row.name,
        email: row.email,
        cohort: row.cohort,
        done: row.done,
        total: row.total,
        median: row.median,
        lastActiveAt: row.lastActiveAt,
        begunAt: row.begunAt,
        validUntil: row.validUntil,
        suspended: row.suspended,
        quiet: row.quiet,
        remindedAt: row.remindedAt,
        signs: signsOf(factsOf(row), { days: input.days, now }),
      })),
    };
  },
});

export type CareList = OutputOf<typeof getCare>;
export type CarePerson = CareList['people'][number];
