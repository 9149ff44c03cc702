import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { ProgressRing } from '@/components/ui/progress-ring';
import type { MyCourse } from '@/features/learning/list-my-learning';
import type { CourseProgress } from '@/features/learning/syllabus';
import { hoursAndMinutes } from '@/rules/time/duration';

/** The one next step in a course: where one left off, how far one is, how much is left. */
export function ContinueCard({
  course,
}: {
  course: CourseProgress &
    Partial<Pick<MyCourse, 'begins' | 'cohort' | 'until'>> & { state?: MyCourse['state'] | null };
}) {
  const { next } = course;
  const stands = standsWords(course);
  return (
    <section aria-label={course.title} className="rounded-lg border border-rule bg-raised p-6 sm:p-8">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <ProgressRing percent={course.percent} size={76} />
        <div className="min-w-56 flex-1">
          <h2 className="text-2xl">
            <Link href={`/learn/${course.slug}`} prefetch={false} className="hover:text-accent">
              {course.title}
            </Link>
          </h2>
          <p className="mt-1 text-soft">
            {course.lessonsDone} of {course.lessonsTotal} lessons complete
            {course.minutesLeft > 0 && `, about ${hoursAndMinutes(course.minutesLeft)} to go`}
          </p>
          {course.cohort && <p className="mt-1 text-soft wrap-anywhere">{course.cohort}</p>}
          {stands && <p className="mt-1">{stands}</p>}
          {course.waiting && <p className="mt-1">The next lesson: {course.waiting}</p>}
        </div>
        {next ? (
          <Link
            href={next.href}
            prefetch={false}
            className={buttonClass('primary', 'w-full sm:w-auto sm:max-w-72')}
          >
            <span>
              {next.started || course.lessonsDone > 0 ? 'Continue' : 'Begin'}
              <span className="block font-normal">{next.lessonTitle}</span>
            </span>
          </Link>
        ) : (
          <Link href={`/learn/${course.slug}`} prefetch={false} className={buttonClass('secondary')}>
            {course.mayLearn ? 'Look back' : 'See what you did'}
          </Link>
        )}
      </div>
    </section>
  );
}

/** What keeps somebody from learning now, or until when they may. */
function standsWords({
  state,
  begins,
  until,
}: Partial<Pick<MyCourse, 'begins' | 'until'>> & { state?: MyCourse['state'] | null }): string | null {
  if (state === 'paused') return 'Paused. What you did is kept.';
  if (state === 'expired') return 'Your time in this course has ended. What you did is kept.';
  if (begins) return `Begins on ${begins}.`;
  return state === 'active' && until ? `Open until ${until}.` : null;
}
