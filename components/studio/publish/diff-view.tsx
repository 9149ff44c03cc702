import type { ShownDiff } from '@/features/authoring/publishing/readable-diff';
import { DiffText } from './diff-text';
import { diffSentence } from './diff-words';
import { ChangeTag, LessonChange } from './lesson-change';

/** With few lessons all are unfolded: there is nothing to find among them. */
const fewLessons = 3;

/** The differences between two versions, from the course page down to the words of a block. */
export function DiffView({ diff, lessonHref }: { diff: ShownDiff; lessonHref: (id: string) => string }) {
  const { course, modules, lessons } = diff;
  return (
    <div className="grid gap-8">
      <p className="text-lg">{diffSentence(diff)}</p>
      {course.length > 0 && (
        <div>
          <h3 className="pub-sub">The course page</h3>
          <dl className="pub-words">
            {course.map(({ what, parts }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <DiffText parts={parts} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {modules.length > 0 && (
        <div>
          <h3 className="pub-sub">Modules</h3>
          <ul className="grid gap-3">
            {modules.map(({ id, title, change, moved, words }) => (
              <li key={id}>
                <p className="pub-block-head">
                  <ChangeTag
                    change={moved && words.length === 0 && change === 'changed' ? 'moved' : change}
                  />
                  <span>{title}</span>
                </p>
                {words.map(({ what, parts }) => (
                  <div key={what} className="mt-1 text-sm">
                    <span className="text-soft">{what}</span>
                    <DiffText parts={parts} />
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {lessons.length > 0 && (
        <div>
          <h3 className="pub-sub">Lessons</h3>
          {lessons.map((lesson) => (
            <LessonChange
              key={`${lesson.change}:${lesson.id}`}
              lesson={lesson}
              open={lessons.length <= fewLessons}
              alone={lessonHref(lesson.id)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
