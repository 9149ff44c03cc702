import Link from 'next/link';
import type { ListedCourse } from '@/features/catalog/list-courses';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';
import { CourseCover } from './course-cover';
import { dayInWords } from './format';

/** A course in a list: its cover, its words, and what it takes. The whole card leads to its page. */
function CourseCard({ course }: { course: ListedCourse }) {
  const lessons = course.modules.reduce((sum, module) => sum + module.minutes.length, 0);
  return (
    <article className="[overflow-wrap:anywhere] group relative grid gap-x-10 gap-y-6 border-t border-rule py-9 sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)_15rem]">
      <div className={`course-sheet self-start p-4 ${course.cover ? '' : 'hidden sm:block'}`}>
        <CourseCover
          slug={course.slug}
          modules={course.modules}
          cover={course.cover}
          className={`w-full ${course.cover ? 'max-sm:aspect-video' : ''}`}
        />
      </div>
      <div>
        <h2 className="text-2xl leading-snug sm:text-[1.75rem]">
          <Link
            href={`/courses/${course.slug}`}
            prefetch={false}
            className="decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:text-accent group-hover:underline"
          >
            {course.title}
          </Link>
        </h2>
        <p className="mt-3 max-w-prose font-serif text-lg leading-relaxed text-soft">{course.summary}</p>
        {course.enrolled && (
          <p className="mt-4 inline-block rounded-sm bg-good-soft px-2.5 py-1 text-sm font-semibold text-good">
            You are enrolled
          </p>
        )}
        {course.withdrawn && (
          <p className="mt-4 text-sm text-soft">You left this course. What you did in it is kept.</p>
        )}
      </div>
      <dl className="course-facts content-start text-sm sm:col-start-2 lg:col-start-3">
        <dt>Level</dt>
        <dd>{course.level}</dd>
        <dt>Time</dt>
        <dd>
          {hoursAndMinutes(course.minutes)}, {counted(lessons, 'lesson')}
        </dd>
        <dt>Edition</dt>
        <dd>{course.edition}</dd>
        <dt>Verified</dt>
        <dd>{dayInWords(course.verified)}</dd>
      </dl>
    </article>
  );
}

/** Courses one below the other, parted by rules. */
export function CourseList({ courses }: { courses: ListedCourse[] }) {
  return (
    <ul className="border-b border-rule">
      {courses.map((course) => (
        <li key={course.slug}>
          <CourseCard course={course} />
        </li>
      ))}
    </ul>
  );
}
