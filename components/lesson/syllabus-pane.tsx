import Link from 'next/link';
import type { SyllabusModule } from '@/features/learning/syllabus';

type Props = { course: { slug: string; title: string }; modules: SyllabusModule[]; current: string };

/** The syllabus beside the lesson. On a phone it opens over it, by the browser's own popover. */
export function SyllabusPane({ course, modules, current }: Props) {
  return (
    <nav id="syllabus" popover="auto" aria-label="Syllabus" className="pane pane-left">
      <p className="pane-title">
        <Link href={`/learn/${course.slug}`} prefetch={false}>
          {course.title}
        </Link>
      </p>
      <ol className="syllabus">
        {modules.map((module, index) => (
          <li key={module.id}>
            <p className="syllabus-module">
              <span>
                {index + 1}. {module.title}
              </span>
              <span className="syllabus-count">
                {module.lessonsDone} of {module.lessons.length}
              </span>
            </p>
            <ol>
              {module.lessons.map((lesson) => (
                <li key={lesson.id}>
                  <Link
                    href={`/learn/${course.slug}/${lesson.id}`}
                    prefetch={false}
                    aria-current={lesson.id === current ? 'page' : undefined}
                    className="syllabus-lesson"
                  >
                    <span
                      className={`dot ${lesson.complete ? 'dot-done' : lesson.percent > 0 ? 'dot-part' : ''}`}
                      aria-hidden="true"
                    />
                    <span className="syllabus-name">
                      {lesson.title}
                      <span className="visually-hidden">
                        {lesson.complete
                          ? ', complete'
                          : lesson.percent > 0
                            ? `, ${lesson.percent} percent`
                            : ''}
                      </span>
                    </span>
                    <span className="syllabus-minutes">{lesson.minutes} min</span>
                  </Link>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
