import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import type { ListedCourse } from '@/features/catalog/list-courses';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';
import { CourseList } from './course-card';
import { CourseCover } from './course-cover';
import { dayInWords } from './format';
import { Principles } from './principles';

const lessonsIn = (course: ListedCourse) =>
  course.modules.reduce((sum, module) => sum + module.minutes.length, 0);

/** The front of the site for whoever is not signed in. The first course of the catalog is on the cover. */
export function Landing({ courses }: { courses: ListedCourse[] }) {
  const [flagship, ...others] = courses;
  return (
    <>
      <div className="mx-auto max-w-6xl px-5 pt-8 pb-16 sm:px-8 sm:pt-12 sm:pb-24">
        <div className="grid items-center gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div>
            <h1 tabIndex={-1} className="display">
              What was said.
              <br />
              What was built.
              <br />
              <em className="text-accent">How you know.</em>
            </h1>
            <p className="mt-8 max-w-[34rem] font-serif text-xl leading-relaxed text-soft">
              Courses on blockchain technology and the policy around it, for people who have to judge both.
              You build the mechanism by hand, read the claims made for it, and learn to tell the two apart.
            </p>
            <div className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-3">
              <ButtonLink
                href={flagship ? `/courses/${flagship.slug}` : '/courses'}
                className="min-h-13 px-7 text-base"
              >
                {flagship ? 'See the course' : 'See the courses'}
              </ButtonLink>
              {flagship && (
                <p className="text-sm text-soft">
                  {counted(lessonsIn(flagship), 'lesson')}, {hoursAndMinutes(flagship.minutes)}.{' '}
                  {flagship.level}.
                </p>
              )}
            </div>
          </div>
          {flagship && <CoverSheet course={flagship} />}
        </div>
      </div>
      <Principles />
      {flagship && <Contents course={flagship} />}
      {others.length > 0 && (
        <section aria-labelledby="others" className="mx-auto max-w-6xl px-5 pb-20 sm:px-8">
          <h2 id="others" className="kicker mb-6 font-normal tracking-normal">
            More courses
          </h2>
          <CourseList courses={others} />
        </section>
      )}
    </>
  );
}

function CoverSheet({ course }: { course: ListedCourse }) {
  return (
    <div className="course-sheet mx-auto w-full max-w-sm px-7 py-7">
      <p className="flex justify-between gap-4 text-sm text-soft">
        <span>Edition {course.edition}</span>
        <span>Verified {dayInWords(course.verified)}</span>
      </p>
      <p className="mt-5 font-serif text-[1.7rem] leading-[1.15] font-semibold tracking-tight">
        {course.title}
      </p>
      <CourseCover slug={course.slug} modules={course.modules} cover={course.cover} className="mt-6 w-full" />
    </div>
  );
}

function Contents({ course }: { course: ListedCourse }) {
  return (
    <section
      aria-labelledby="contents"
      className="mx-auto grid max-w-6xl gap-x-16 gap-y-10 px-5 py-16 sm:px-8 sm:py-24 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]"
    >
      <div>
        <p className="kicker">In the first course</p>
        <h2 id="contents" className="mt-3 text-3xl sm:text-4xl">
          {course.title}
        </h2>
        <p className="mt-5 font-serif text-lg leading-relaxed text-soft">{course.summary}</p>
      </div>
      <div>
        <ol className="border-b border-rule">
          {course.modules.map((module, index) => (
            <li
              key={module.title}
              className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-rule py-5"
            >
              <span className="font-serif text-3xl text-accent italic">{index + 1}</span>
              <span className="font-serif text-xl font-semibold">{module.title}</span>
              <span className="text-sm text-soft tabular-nums">
                {hoursAndMinutes(module.minutes.reduce((sum, minutes) => sum + minutes, 0))}
              </span>
            </li>
          ))}
        </ol>
        <p className="mt-5">
          <Link
            href={`/courses/${course.slug}#syllabus`}
            prefetch={false}
            className="text-accent underline decoration-1 underline-offset-4"
          >
            Every lesson, in one list
          </Link>
        </p>
      </div>
    </section>
  );
}
