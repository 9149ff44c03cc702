import Link from 'next/link';
import type { SyllabusModule } from '@/features/learning/syllabus';

type Props = { slug: string; module: SyllabusModule; number: number; mayLearn: boolean };

/** A module with its lessons: what is complete, and of what was begun, exactly what is missing. */
export function ModuleStanding({ slug, module, number, mayLearn }: Props) {
  return (
    <section aria-labelledby={`module-${module.id}`} className="border-t-2 border-ink pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`module-${module.id}`} className="text-xl">
          {number}. {module.title}
        </h2>
        <p className="text-sm text-soft">
          {module.lessonsDone} of {module.lessons.length} lessons · {module.percent} %
        </p>
      </div>
      <p className="mt-1 max-w-prose text-soft">{module.summary}</p>
      <ol className="mt-3">
        {module.lessons.map((lesson) => (
          <li key={lesson.id} className="border-b border-rule py-3 last:border-0">
            <div className="flex items-start gap-3">
              <span
                aria-hidden="true"
                className={`dot ${lesson.complete ? 'dot-done' : lesson.done > 0 ? 'dot-part' : ''}`}
              />
              <div className="min-w-0 flex-1">
                {mayLearn && !lesson.held ? (
                  <Link
                    href={`/learn/${slug}/${lesson.id}`}
                    prefetch={false}
                    className="font-semibold hover:text-accent"
                  >
                    {lesson.title}
                  </Link>
                ) : (
                  <span className="font-semibold">{lesson.title}</span>
                )}
                <p className="text-sm text-soft">
                  {lesson.minutes} min ·{' '}
                  {lesson.held
                    ? lesson.held
                    : lesson.complete
                      ? 'complete'
                      : lesson.done > 0
                        ? `${lesson.done} of ${lesson.total} steps`
                        : 'not begun'}
                </p>
                {lesson.missing.length > 0 && (
                  <details className="mt-1 text-sm">
                    <summary className="min-h-7 cursor-pointer text-accent">
                      What is missing: {lesson.missing.length}{' '}
                      {lesson.missing.length === 1 ? 'step' : 'steps'}
                    </summary>
                    <ul className="mt-1 grid gap-1 pl-4">
                      {lesson.missing.map((block) => (
                        <li key={block.id} className="list-disc">
                          <Link
                            href={`/learn/${slug}/${lesson.id}#${block.id}`}
                            prefetch={false}
                            className="underline underline-offset-4 hover:text-accent"
                          >
                            {block.label}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
