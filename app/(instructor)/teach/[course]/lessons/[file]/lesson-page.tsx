'use client';

import { memo } from 'react';
import { Html } from '@/components/lesson/html';
import { LessonSources } from '@/components/lesson/lesson-sources';
import { Question } from '@/components/lesson/question';
import type { Preview } from '@/features/authoring/editor/preview-file';
import { counted } from '@/rules/counted';

/** So many steps are not laid out before they are scrolled to. */
const many = 200;

/**
 * A lesson as learners get it, from text that may not be saved yet. Questions are shown, not marked. It is
 * made anew only when there is another answer, not whenever the line about saving changes.
 */
export const LessonPage = memo(function LessonPage({ preview: { head, view } }: { preview: Preview }) {
  if (!head || !view) return null;
  return (
    <article className={`lesson ed-lesson ${head.steps > many ? 'ed-lesson-long' : ''}`} lang="en">
      {head.sort === 'set' ? <SetHead head={head} /> : <LessonHead head={head} />}
      {view.segments.map(({ id, html, question, lab }, index) =>
        question ? (
          // While an id is typed twice, the place keeps two blocks apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: beside the id
          <div key={`${id} ${index}`} id={id} className="lesson-block">
            <Question block={question} given={null} lesson={null} tries={null} attemptKey="" problem={null} />
          </div>
        ) : lab ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: beside the id
          <LabPlace key={`${id} ${index}`} id={id} title={lab.title} html={html} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: beside the id
          <Html key={`${id} ${index}`} html={html} />
        ),
      )}
      <LessonSources sources={view.sources} />
      <Html html={view.popovers} />
    </article>
  );
});

/** Where a lab stands: its task is another for each learner, and is tried in the preview of the whole lesson. */
function LabPlace({ id, title, html }: { id: string; title: string; html: string }) {
  return (
    <section id={id} aria-label={`Lab: ${title}`} className="lesson-block lab">
      <p className="lab-kind">Lab</p>
      <h2 className="lab-title">{title}</h2>
      <Html html={html} className="lab-intro" />
      <p>Its steps, its task and its form stand here. The preview has them, with a task to try.</p>
    </section>
  );
}

type Head = NonNullable<Preview['head']>;

function LessonHead({ head }: { head: Extract<Head, { sort: 'lesson' }> }) {
  return (
    <header className="lesson-head">
      <p className="ed-lesson-title">{head.title}</p>
      <p className="lesson-summary">{head.summary}</p>
      <p className="lesson-meta">
        {head.minutes} {head.minutes === 1 ? 'minute' : 'minutes'} · {head.steps}{' '}
        {head.steps === 1 ? 'step' : 'steps'}
        {head.directives.length > 0 && ` · directives ${head.directives.join(', ')}`}
      </p>
      <div className="lesson-objectives">
        <p>After this lesson you can</p>
        <ul>
          {head.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </div>
    </header>
  );
}

function SetHead({ head: { title, steps, objectives } }: { head: Extract<Head, { sort: 'set' }> }) {
  return (
    <header className="lesson-head">
      <p className="ed-lesson-title">{title}</p>
      <p className="lesson-meta">{counted(steps, 'question')}, from which quizzes draw</p>
      {objectives.length > 0 && (
        <div className="lesson-objectives">
          <p>They test whether one can</p>
          <ol className="list-decimal pl-5">
            {objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ol>
        </div>
      )}
    </header>
  );
}
