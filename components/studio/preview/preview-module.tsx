import Link from 'next/link';
import type { CoursePreview } from '@/features/authoring/preview/get-course-preview';

type Props = { home: string; module: CoursePreview['modules'][number]; number: number };

/** A module as a learner finds it who has not begun. What may not be begun yet says so, and is open here. */
export function PreviewModule({ home, module, number }: Props) {
  return (
    <section aria-labelledby={`module-${module.id}`} className="border-t-2 border-ink pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`module-${module.id}`} className="text-xl">
          {number}. {module.title}
        </h2>
        <p className="text-sm text-soft">0 of {module.lessons.length} lessons · 0 %</p>
      </div>
      <p className="mt-1 max-w-prose text-soft">{module.summary}</p>
      <ol className="mt-3">
        {module.lessons.map((lesson) => (
          <li key={lesson.id} className="border-b border-rule last:border-0">
            <Link
              href={`${home}/${lesson.id}`}
              prefetch={false}
              className="group flex min-h-11 items-start gap-3 py-3"
            >
              <span aria-hidden="true" className="dot" />
              <span className="min-w-0 flex-1">
                <span className="font-semibold group-hover:text-accent">{lesson.title}</span>
                <span className="block text-sm text-soft">
                  {lesson.minutes} min · {lesson.held ?? 'not begun'}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
