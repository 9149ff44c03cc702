import { ButtonLink } from '@/components/ui/button';
import type { TaughtCourse } from '@/features/authoring/list-taught-courses';
import { dayInWords } from './format';

/** Courses with their numbers, for those who teach them. */
export function TaughtCourses({ courses }: { courses: TaughtCourse[] }) {
  return (
    <ul className="border-b border-rule">
      {courses.map((course) => (
        <li
          key={course.slug}
          className="grid items-center gap-x-10 gap-y-5 border-t border-rule py-8 lg:grid-cols-[minmax(0,1fr)_auto_auto]"
        >
          <div>
            <h2 className="text-xl sm:text-2xl">{course.title}</h2>
            <p className="mt-1 text-sm text-soft">
              {course.edition
                ? `Edition ${course.edition.number}, published ${dayInWords(course.edition.publishedAt)}. Last verified ${dayInWords(course.edition.verified)}.`
                : 'Not published yet: nobody but its staff can see it.'}
            </p>
          </div>
          <dl className="flex gap-8">
            {(['enrolled', 'active', 'completed'] as const).map((count) => (
              <div key={count} className="flex flex-col-reverse">
                <dt className="text-sm text-soft capitalize">{count}</dt>
                <dd className="font-serif text-3xl tabular-nums">{course[count]}</dd>
              </div>
            ))}
          </dl>
          {course.edition && (
            <ButtonLink href={`/learn/${course.slug}`} look="secondary">
              Read as learners do
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
