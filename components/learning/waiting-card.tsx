import Link from 'next/link';
import type { ReactNode } from 'react';
import type { MyCourse } from '@/features/learning/list-my-learning';
import { refusals } from '@/rules/refusals';

/** Whether a course cannot be opened yet, because somebody else, or the person, has to answer first. */
export const isWaiting = ({ state, lapsed }: MyCourse): boolean =>
  lapsed || state === 'requested' || state === 'waitlisted' || state === 'invited';

function words({ state, place, until, lapsed }: MyCourse): [title: string, more: string] {
  if (lapsed) return ['The seat is gone', refusals['seat-gone']];
  if (state === 'requested') return ['You asked for a place', refusals['request-waits']];
  if (state === 'invited') return ['A seat is held for you', until ? `Until ${until}.` : ''];
  return [`You are number ${place} on the waitlist`, 'When a seat is free for you, we write to you.'];
}

/** A course that somebody asked for, waits for, or is invited to. */
export function WaitingCard({ course, children }: { course: MyCourse; children?: ReactNode }) {
  const [title, more] = words(course);
  return (
    <section
      aria-label={course.title}
      className={`rounded-lg border p-6 sm:p-8 ${
        course.state === 'invited' ? 'border-accent bg-accent-soft' : 'border-rule bg-raised'
      }`}
    >
      <h2 className="text-2xl">
        <Link href={`/courses/${course.slug}`} prefetch={false} className="hover:text-accent">
          {course.title}
        </Link>
      </h2>
      {course.cohort && <p className="mt-1 text-soft wrap-anywhere">{course.cohort}</p>}
      <p className="mt-3 font-semibold">{title}</p>
      {more && <p className="mt-1">{more}</p>}
      {children && <div className="mt-4">{children}</div>}
    </section>
  );
}
