import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ItemGrades } from '@/features/learning/gradebook/get-item-grades';

/** One item: how its grades are spread, in words and in bars, and who has none. */
export function ItemSpread({
  grades,
  course,
  chart,
}: {
  grades: ItemGrades;
  course: string;
  chart: ReactNode;
}) {
  const { spread, without, learners } = grades;
  const more = without.count - without.people.length;
  return (
    <>
      <section aria-labelledby="spread" className="grid gap-4">
        <h2 id="spread" className="text-2xl">
          How the grades are spread
        </h2>
        <p>{spread}</p>
        {chart}
      </section>
      <section aria-labelledby="without" className="grid gap-3">
        <h2 id="without" className="text-2xl">
          Without a grade
        </h2>
        {without.count === 0 ? (
          <p>{learners === 0 ? 'Nobody learns here yet.' : 'Everybody has a grade.'}</p>
        ) : (
          <>
            <p>
              {without.count.toLocaleString('en')} of {learners.toLocaleString('en')} learners have none.
            </p>
            <ul className="grid gap-1 sm:grid-cols-2">
              {without.people.map(({ id, name }) => (
                <li key={id}>
                  <Link
                    href={`/teach/${course}/grades/people/${id}?item=${grades.item.id}#set`}
                    prefetch={false}
                    className="roster-person"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="text-soft">and {more.toLocaleString('en')} more</p>}
          </>
        )}
      </section>
    </>
  );
}
