import type { ReactNode } from 'react';
import type { CourseDetails } from '@/features/catalog/get-course';
import { dateInWords } from './format';

/** A titled part of the course page. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14 first:mt-0">
      <h2 id={id} className="mb-5 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What a learner will be able to do. */
export function Outcomes({ outcomes }: { outcomes: string[] }) {
  return (
    <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {outcomes.map((outcome) => (
        <li key={outcome} className="border-t-2 border-accent pt-3 font-serif text-lg leading-snug">
          {outcome}
        </li>
      ))}
    </ul>
  );
}

/** For whom the course is and, said as plainly, for whom it is not. */
export function Audience({ audience, notFor }: Pick<CourseDetails['words'], 'audience' | 'notFor'>) {
  const lists = [
    { title: 'It is for', entries: audience },
    { title: 'It is not for', entries: notFor },
  ].filter((list) => list.entries.length > 0);
  return (
    <div className="grid gap-8 sm:grid-cols-2">
      {lists.map(({ title, entries }) => (
        <div key={title}>
          <h3 className="font-sans text-base font-semibold tracking-normal">{title}</h3>
          <ul className="mt-2 grid gap-3 text-soft">
            {entries.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The text on which the course is built, set like a clipping. */
export function BuiltOn({ source }: { source: NonNullable<CourseDetails['words']['builtOn']> }) {
  return (
    <div className="course-sheet px-6 py-6 sm:px-8">
      <p className="font-serif text-xl leading-snug">
        <cite>{source.title}</cite>
      </p>
      <p className="mt-1 text-sm text-soft">
        {source.publisher}, {dateInWords(source.date)}
      </p>
      <p className="mt-4 max-w-prose">{source.note}</p>
    </div>
  );
}

/** Who wrote the course, and who teaches it here. */
export function People({
  authors,
  staff,
}: {
  authors: CourseDetails['words']['authors'];
  staff: CourseDetails['staff'];
}) {
  return (
    <dl className="grid gap-6 sm:grid-cols-2">
      {authors.map((author) => (
        <div key={author.name}>
          <dt className="font-semibold">{author.name}</dt>
          <dd className="mt-1 text-soft">{author.about}</dd>
        </div>
      ))}
      {staff.length > 0 && (
        <div>
          <dt className="font-semibold">Taught here by</dt>
          <dd className="mt-1 text-soft">{staff.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
