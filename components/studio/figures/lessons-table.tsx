import Link from 'next/link';
import type { CourseFigures } from '@/features/reporting/get-course-figures';
import { Bar } from './bar';
import { Count } from './count';
import { shareOf } from './count-words';
import { ScrollBox } from './scroll-box';

type Lesson = CourseFigures['modules'][number]['lessons'][number];
type Props = {
  title: string;
  lessons: Lesson[];
  /** The number of learners that a full bar stands for. */
  most: number;
  href: (lesson: string) => string;
};

/** The lessons of a module with how many began and completed each, and how long it took. */
export function LessonsTable({ title, lessons, most, href }: Props) {
  return (
    <ScrollBox label={`Lessons of ${title}`}>
      <table className="figure-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Lesson</th>
            <th scope="col">Began</th>
            <th scope="col">Completed</th>
            <th scope="col">Median time</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map(({ id, title: name, minutes, figures }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={href(id)} prefetch={false} className="figure-name">
                  {name}
                </Link>
                {figures && <Bar value={figures.started} part={figures.completed} most={most} />}
              </th>
              {figures ? (
                <Cells figures={figures} minutes={minutes} />
              ) : (
                <td colSpan={3}>not shown by itself</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Cells({ figures, minutes }: { figures: NonNullable<Lesson['figures']>; minutes: number }) {
  const share = shareOf(figures.completed, figures.started);
  return (
    <>
      <td>
        <Count of={figures.started} />
      </td>
      <td>
        <Count of={figures.completed} />
        {share !== null && <span className="figure-aside">{share} %</span>}
      </td>
      <td>
        {figures.minutes === null ? (
          <span className="text-soft">–</span>
        ) : (
          <span className="figure-count">{figures.minutes === 0 ? 'under 1' : figures.minutes} min</span>
        )}
        <span className="figure-aside">planned {minutes}</span>
      </td>
    </>
  );
}
