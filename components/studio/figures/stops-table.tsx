import Link from 'next/link';
import type { LessonFiguresScreen } from '@/features/reporting/get-lesson-figures';
import { Bar } from './bar';
import { Count } from './count';
import { ScrollBox } from './scroll-box';

type Props = {
  stops: NonNullable<LessonFiguresScreen['stops']>;
  /** The address of a part of the lesson, to look at it. */
  href: (block: string) => string;
};

const whyNot = {
  small: 'Too few people stopped to say where.',
  edition:
    'Where people stop is shown for all editions together: by edition some of the groups are too small.',
};

/** After which part those stopped who have not completed the lesson. */
export function StopsTable({ stops, href }: Props) {
  if (stops.rows === null) return <p className="text-soft">{whyNot[stops.why]}</p>;
  if (stops.rows.length === 0) return <p className="text-soft">Everybody who began has completed it.</p>;
  const shown = stops.rows.filter(({ learners }) => learners !== 'few');
  const few = stops.rows.length - shown.length;
  if (shown.length === 0) return <p className="text-soft">Fewer than 5 people stopped after any one part.</p>;
  const counts = shown.map(({ learners }) => (typeof learners === 'number' ? learners : 0));
  const most = Math.max(...counts);
  const top = shown.filter(({ learners }) => learners === most);
  return (
    <>
      {top.length === 1 && top[0]?.label && (
        <p className="mb-4 max-w-prose">
          More people stop after <strong>{top[0].label}</strong> than anywhere else.
        </p>
      )}
      <ScrollBox label="Where people stop">
        <table className="figure-table">
          <caption className="visually-hidden">
            The last part that people reached, in the order of the lesson
          </caption>
          <thead>
            <tr>
              <th scope="col">Stopped after</th>
              <th scope="col">People</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, learners }) => (
              <tr key={id}>
                <th scope="row">
                  {label === null ? (
                    <span className="text-soft">A part that is no longer in the lesson</span>
                  ) : (
                    <Link href={href(id)} prefetch={false} className="figure-name">
                      {label}
                    </Link>
                  )}
                  <Bar value={learners} most={most} />
                </th>
                <td>
                  <Count of={learners} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {few > 0 && (
        <p className="mt-3 text-sm text-soft">
          Fewer than 5 people stopped after {few === 1 ? 'one other part' : `each of ${few} other parts`}.
        </p>
      )}
    </>
  );
}
