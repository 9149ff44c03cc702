import Link from 'next/link';
import type { LessonScreen } from '@/features/learning/get-lesson';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

type Syllabus = LessonScreen['syllabus'];
type Props = {
  screen: Pick<LessonScreen, 'lesson' | 'position' | 'syllabus'>;
  /** The address of the course as it is read here. */
  home: string;
};

/** The opening of a lesson: what it is, how long it takes, what one will be able to do. */
export function LessonHead({ screen, home }: Props) {
  const { lesson, position, syllabus } = screen;
  const module = syllabus.find((candidate) => candidate.lessons.some(({ id }) => id === lesson.id));
  return (
    <header className="lesson-head">
      <p className="lesson-place">
        {module?.title} <span aria-hidden="true">·</span> Lesson {position.number} of {position.of}
      </p>
      <h1 tabIndex={-1}>{lesson.title}</h1>
      <p className="lesson-summary">{lesson.summary}</p>
      <p className="lesson-meta">
        {lesson.minutes} {lesson.minutes === 1 ? 'minute' : 'minutes'} · {lesson.blocks.length}{' '}
        {lesson.blocks.length === 1 ? 'step' : 'steps'}
        {lesson.directives.length > 0 &&
          ` · ${lesson.directives.length === 1 ? 'directive' : 'directives'} ${lesson.directives.join(', ')}`}{' '}
        · facts last verified{' '}
        <time dateTime={lesson.verified}>{day.format(new Date(`${lesson.verified}T00:00:00Z`))}</time>
      </p>
      <div className="lesson-objectives">
        <p>After this lesson you can</p>
        <ul>
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </div>
      <ReadBefore ids={lesson.readBefore} syllabus={syllabus} home={home} />
    </header>
  );
}

/** What the lesson builds on, and how far one is in it. Only said where there is something. */
function ReadBefore({ ids, syllabus, home }: { ids: string[]; syllabus: Syllabus; home: string }) {
  const lessons = syllabus.flatMap((module) => module.lessons);
  const before = ids.flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? []);
  if (before.length === 0) return null;
  return (
    <div className="lesson-before">
      <p>It builds on</p>
      <ul>
        {before.map(({ id, title, complete, done, held }) => (
          <li key={id}>
            {held ? (
              title
            ) : (
              <Link href={`${home}/${id}`} prefetch={false}>
                {title}
              </Link>
            )}{' '}
            <span>{complete ? '✓ complete' : done > 0 ? 'begun' : (held ?? 'not begun')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
