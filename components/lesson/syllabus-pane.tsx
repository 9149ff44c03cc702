import Link from 'next/link';
import type { SyllabusModule } from '@/features/learning/syllabus';

type Props = {
  course: { title: string };
  /** The address of the course as it is read here; its lessons are below it. */
  home: string;
  modules: SyllabusModule[];
  current: string;
};

/** The syllabus beside the lesson. On a phone it opens over it, by the browser's own popover. */
export function SyllabusPane({ course, home, modules, current }: Props) {
  return (
    <nav id="syllabus" popover="auto" aria-label="Syllabus" className="pane pane-left">
      <p className="pane-title">
        <Link href={home} prefetch={false}>
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
                  {lesson.held ? (
                    <span className="syllabus-lesson syllabus-held">
                      <LessonName lesson={lesson} />
                    </span>
                  ) : (
                    <Link
                      href={`${home}/${lesson.id}`}
                      prefetch={false}
                      aria-current={lesson.id === current ? 'page' : undefined}
                      className="syllabus-lesson"
                    >
                      <LessonName lesson={lesson} />
                    </Link>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function LessonName({ lesson }: { lesson: SyllabusModule['lessons'][number] }) {
  const standing = lesson.complete ? ', complete' : lesson.percent > 0 ? `, ${lesson.percent} percent` : '';
  return (
    <>
      <span
        className={`dot ${lesson.complete ? 'dot-done' : lesson.percent > 0 ? 'dot-part' : ''}`}
        aria-hidden="true"
      />
      <span className="syllabus-name">
        {lesson.title}
        <span className="visually-hidden">{standing}</span>
        {lesson.held && <span className="syllabus-when">{lesson.held}</span>}
      </span>
      <span className="syllabus-minutes">{lesson.minutes} min</span>
    </>
  );
}
