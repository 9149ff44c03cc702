import type { Db } from '@/db/client';
import { type CareTally, careChosen } from '@/db/queries/care';
import type { StudioCourse } from '@/db/queries/drafts';
import { signsOf } from '@/rules/enrollment/care';
import { type LeftOut, whyLeftOut } from '@/rules/enrollment/reminders';
import { Refused } from '@/server/operation';
import { factsOf } from './get-care';
import { filterOf, idsOf, mostReminded, scopeOf } from './input';

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

/**
 * The people who were chosen, as they are now: the first of them, whom a reminder would reach before the others, and
 * how many there are. Throws when there are none.
 */
export async function choose(
  db: Db,
  course: StudioCourse,
  asked: Asked,
  now: Date,
): Promise<{ people: Chosen[]; tally: CareTally }> {
  const { rows, tally } = await careChosen(db, scopeOf(course, asked, now), filterOf(asked), {
    ids: idsOf(asked),
    limit: mostReminded,
  });
  if (rows.length === 0) throw new Refused('nobody-chosen');
  const people = rows.map(({ reminded, ...row }) => {
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
  return { people, tally };
}

/** How many of the chosen a sending does not come to, and how many it passes over without naming them, by the reason. */
export function beyond(people: readonly Pick<Chosen, 'leftOut'>[], { all, passedOver }: CareTally) {
  const more = all - people.length;
  if (more === 0) return { toCome: 0, alsoLeftOut: {} };
  const namedFor = (why: string) => people.filter(({ leftOut }) => leftOut === why).length;
  const also = Object.entries(passedOver)
    .map(([why, count]) => [why, count - namedFor(why)] as const)
    .filter(([, count]) => count > 0);
  return {
    toCome: more - also.reduce((sum, [, count]) => sum + count, 0),
    alsoLeftOut: Object.fromEntries(also) as CareTally['passedOver'],
  };
}
