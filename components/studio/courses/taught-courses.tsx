import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import type { TaughtCourse } from '@/features/authoring/list-taught-courses';
import { counted } from '@/rules/counted';
import { agoWords, instantWords } from '@/rules/time/ago';
import { courseRoleWords, dayWords } from './words';

type Props = { courses: TaughtCourse[]; now: Date };

/** Courses with what stands of them and who learns in them, for those who make them. */
export function TaughtCourses({ courses, now }: Props) {
  return (
    <ul className="border-b border-rule">
      {courses.map((course) => (
        <li
          key={course.slug}
          className="grid items-center gap-x-10 gap-y-5 border-t border-rule py-8 lg:grid-cols-[minmax(0,1fr)_15rem_auto]"
        >
          <div className="min-w-0">
            <CourseState course={course} />
            <h2 className="mt-1 text-xl wrap-anywhere sm:text-2xl">
              <Link href={`/teach/${course.slug}/outline`} prefetch={false} className="hover:text-accent">
                {course.title}
              </Link>
            </h2>
            <p className="mt-2 text-sm text-soft">
              <Standing course={course} />{' '}
              {course.savedAt && course.changed !== false && (
                <>
                  Last saved{' '}
                  <time dateTime={course.savedAt.toISOString()} title={instantWords(course.savedAt)}>
                    {agoWords(course.savedAt, now)}
                  </time>
                  .
                </>
              )}
            </p>
          </div>
          {course.edition ? <Counts course={course} /> : <div className="hidden lg:block" />}
          <div className="flex flex-wrap gap-2 lg:flex-col lg:items-stretch">
            <ButtonLink href={`/teach/${course.slug}/outline`} look="secondary">
              Continue in the studio
              <span className="visually-hidden"> on {course.title}</span>
            </ButtonLink>
            {course.edition && (
              <ButtonLink href={`/learn/${course.slug}`} look="quiet">
                Read as learners do
                <span className="visually-hidden">: {course.title}</span>
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where the course stands, in three or four words above its title. */
function CourseState({ course: { edition, changed, role } }: { course: TaughtCourse }) {
  const state = !edition
    ? 'Draft, not published yet'
    : `Edition ${edition.number}${changed ? ', changed since' : ''}`;
  return (
    <p className={edition && !changed ? 'font-serif text-soft italic' : 'kicker'}>
      {state}
      {role && role !== 'owner' && (
        <span className="ml-3 rounded-full bg-sunk px-2.5 py-0.5 font-sans text-sm text-soft not-italic">
          {courseRoleWords[role]}
        </span>
      )}
    </p>
  );
}

function Standing({ course: { edition, changed } }: { course: TaughtCourse }) {
  if (!edition) return 'Nobody but those who make it can see it.';
  const published = `Published ${dayWords(edition.publishedAt)}, facts verified ${dayWords(edition.verified)}.`;
  if (changed === null) return published;
  return changed ? `${published} The draft differs from it.` : `${published} The draft is the same.`;
}

function Counts({ course }: { course: TaughtCourse }) {
  return (
    <dl className="flex gap-8">
      {(['enrolled', 'active', 'completed'] as const).map((count) => (
        <div key={count} className="flex flex-col-reverse">
          <dt className="text-sm text-soft capitalize">{count}</dt>
          <dd className="font-serif text-3xl tabular-nums">{course[count]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Courses that are archived: what became of them, and the way back. */
export function ArchivedCourses({ courses }: Pick<Props, 'courses'>) {
  return (
    <section aria-labelledby="archived" className="mt-16">
      <h2 id="archived" className="text-xl">
        Archived
      </h2>
      <p className="mt-1 max-w-prose text-sm text-soft">
        Out of the catalog and closed to new learners. Who was enrolled goes on learning.
      </p>
      <ul className="mt-4 border-b border-rule">
        {courses.map((course) => (
          <li
            key={course.slug}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-t border-rule py-3"
          >
            <div className="min-w-0">
              <Link
                href={`/teach/${course.slug}/outline`}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-serif text-lg font-semibold wrap-anywhere hover:text-accent"
              >
                {course.title}
              </Link>
              <p className="text-sm text-soft">
                {course.edition
                  ? `Edition ${course.edition.number}, ${counted(course.enrolled, 'learner')} in it`
                  : 'Never published'}
              </p>
            </div>
            <ButtonLink href={`/teach/${course.slug}/settings`} look="quiet">
              Settings
              <span className="visually-hidden"> of {course.title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
