import * as z from 'zod';
import { cohortsOf } from '@/db/queries/api';
import { studioCourse } from '@/db/queries/drafts';
import { canReadRoster } from '@/rules/access';
import { operation } from '@/server/operation';
import { slugPath } from './schemas';
import { isoOrNull } from './shown';

/** The cohorts of a course. They are few, and come on one page. */
export const readCohorts = operation({
  name: 'read-cohorts',
  kind: 'read',
  by: 'person',
  input: z.strictObject(slugPath),
  subject: (db, { slug }, actor) => studioCourse(db, slug, actor.userId),
  allow: canReadRoster,
  async run({ db, subject: course }) {
    const rows = await cohortsOf(db, course.id);
    const items = rows.map((row) => ({
      ...row,
      startsAt: isoOrNull(row.startsAt),
      endsAt: isoOrNull(row.endsAt),
    }));
    return { items, next: null };
  },
});
