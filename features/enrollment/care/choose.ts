import type { Db } from '@/db/client';
import { careChosen } from '@/db/queries/care';
import type { StudioCourse } from '@/db/queries/drafts';
import { signsOf } from '@/rules/enrollment/care';
import { type LeftOut, whyLeftOut } from '@/rules/enrollment/reminders';
import { Refused } from '@/server/operation';
import { factsOf } from './get-care';
import { filterOf, mostChosen, scopeOf } from './input';

type Asked = Parameters<typeof scopeOf>[1] & { who: 'ticked' | 'all'; people: readonly string[] };

export type Chosen = {
  enrollmentId: string;
  userId: string;
  name: string;
  email: string;
  lastActiveAt: Date | null;
  /** Why they would get no reminder; null when they would. */
  leftOut: LeftOut | null;
};

/** The people who were chosen, as they are now. Throws when there are none, or too many. */
export async function choose(db: Db, course: StudioCourse, asked: Asked, now: Date): Promise<Chosen[]> {
  const ids = asked.who === 'all' ? null : asked.people;
  const rows = await careChosen(db, scopeOf(course, asked, now), filterOf(asked), {
    ids,
    limit: mostChosen + 1,
  });
  if (rows.length === 0) throw new Refused('nobody-chosen');
  if (rows.length > mostChosen) throw new Refused('too-many-chosen');
  return rows.map(({ reminded, ...row }) => {
    const signs = signsOf(factsOf(row), { days: asked.days, now });
    return {
      enrollmentId: row.enrollmentId,
      userId: row.userId,
      name: row.name,
      email: row.email,
      lastActiveAt: row.lastActiveAt,
      leftOut: whyLeftOut({ ...row, reminded, signs }, asked.sign, now),
    };
  });
}
