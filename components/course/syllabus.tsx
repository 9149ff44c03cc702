import type { CourseDetails } from '@/features/catalog/get-course';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';

/** The syllabus by module. Native disclosures: they open without JavaScript and are found by a page search. */
export function Syllabus({ modules }: { modules: CourseDetails['modules'] }) {
  return (
    <div className="border-b border-rule">
      {modules.map((module, index) => (
        <details key={module.id} open={index === 0} className="course-module border-t border-rule">
          <summary className="grid cursor-pointer grid-cols-[2.25rem_minmax(0,1fr)_1.5rem] items-baseline gap-x-2 py-5 hover:text-accent">
            <span className="font-serif text-xl text-accent italic">{index + 1}</span>
            <span className="grid gap-0.5">
              <h3 className="text-xl">{module.title}</h3>
              <span className="text-sm text-soft">
                {counted(module.lessons.length, 'lesson')}, {hoursAndMinutes(module.minutes)}
              </span>
              {module.held && <span className="text-sm text-ink">{module.held}</span>}
            </span>
            <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 self-center text-soft">
              <path d="M2 8h12" stroke="currentColor" strokeWidth="1.75" />
              <path className="upright" d="M8 2v12" stroke="currentColor" strokeWidth="1.75" />
            </svg>
          </summary>
          <div className="pb-7 sm:pl-11">
            <p className="max-w-prose font-serif text-lg leading-relaxed text-soft">{module.summary}</p>
            <ol className="mt-5 grid gap-5">
              {module.lessons.map((lesson) => (
                <li key={lesson.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6">
                  <p className="font-semibold">{lesson.title}</p>
                  <p className="text-sm text-soft tabular-nums">{lesson.minutes} min</p>
                  <p className="max-w-prose text-[0.95rem] text-soft">{lesson.summary}</p>
                  {lesson.held && <p className="col-span-2 mt-1 max-w-prose text-sm">{lesson.held}</p>}
                </li>
              ))}
            </ol>
          </div>
        </details>
      ))}
    </div>
  );
}
