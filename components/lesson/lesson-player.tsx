import type { ReactNode } from 'react';
import type { LessonScreen } from '@/features/learning/get-lesson';
import { LogLink } from './claims/log-link';
import { Finish } from './finish';
import { Html } from './html';
import { type Chosen, type LabProblem, LessonArticle } from './lesson-article';
import { LessonBar } from './lesson-bar';
import { LessonHead } from './lesson-head';
import { LessonSources } from './lesson-sources';
import { LessonTracker } from './lesson-tracker';
import { LessonTurn } from './lesson-turn';
import { NotesPane } from './notes-pane';
import type { Lesson } from './progress-store';
import { Shortcuts } from './shortcuts';
import { SyllabusPane } from './syllabus-pane';
import type { Tries } from './use-answer';

type Screen = Pick<
  LessonScreen,
  'lesson' | 'view' | 'given' | 'hints' | 'labs' | 'progress' | 'syllabus' | 'position' | 'previous' | 'next'
> & { course: { title: string }; claimLog?: LessonScreen['claimLog'] };

type Props = {
  screen: Screen;
  /** The address of the course as it is read here; its lessons are below it. */
  home: string;
  /** Where what the reader does is recorded; null for somebody who reads without a ledger. */
  lesson: Lesson | null;
  /** Where answers can be tried without a ledger. */
  tries?: Tries | null;
  /** Whether what is seen counts as seen by the learner; it does unless told otherwise. */
  counts?: boolean;
  problemBlock?: string | null;
  labProblem?: LabProblem | null;
  chosen?: Chosen | null;
  /** Stands above the lesson. */
  banner?: ReactNode;
  /** Stands where learners finish the lesson, for those without a ledger. */
  end?: ReactNode;
  /** Of a quiz: its rules and attempts, which stand where others finish the lesson. */
  quiz?: ReactNode;
  /** Of written work: likewise its rules, its versions and what is written now. */
  work?: ReactNode;
};

/** A lesson with everything around it: the syllabus, the passages and words, the way on. */
export function LessonPlayer(props: Props) {
  const {
    screen,
    home,
    lesson: place,
    tries,
    counts = true,
    problemBlock,
    labProblem,
    chosen,
    banner,
    end,
    quiz,
    work,
  } = props;
  const { course, lesson, view, progress, syllabus, previous, next } = screen;
  const href = (neighbour: { id: string } | null) => (neighbour ? `${home}/${neighbour.id}` : null);
  const logged = screen.claimLog ? { home, lesson: lesson.id, own: screen.claimLog.own } : null;
  return (
    <div className="player">
      <SyllabusPane course={course} home={home} modules={syllabus} current={lesson.id} />
      <article className="lesson" lang="en">
        <LessonBar progress={place ? progress : null} />
        {banner}
        <LessonHead screen={screen} home={home} />
        <LessonArticle
          screen={screen}
          lesson={place}
          log={logged}
          tries={tries ?? null}
          problemBlock={problemBlock ?? null}
          labProblem={labProblem ?? null}
          chosen={chosen ?? null}
        />
        {/* A lesson that asks for an entry has the way to one where it asks. */}
        {logged && !view.segments.some(({ entry }) => entry) && (
          <section aria-label="Your claim log" className="claim-log-line">
            <LogLink {...logged} />
          </section>
        )}
        {quiz ??
          work ??
          (place ? <Finish lesson={place} blocks={lesson.blocks} done={progress.done} next={next} /> : end)}
        <LessonSources sources={view.sources} />
        <LessonTurn previous={previous} next={next} href={href} />
        <p className="lesson-keys">
          Press <kbd>?</kbd> for the keys of this page.
        </p>
      </article>
      <NotesPane passages={view.passages} glossary={view.glossary} lesson={place} home={home} />
      <Html html={view.popovers} />
      {place && (
        <LessonTracker
          lesson={place}
          blocks={lesson.blocks.map((block) => block.id)}
          done={progress.done}
          counts={counts}
        />
      )}
      <Shortcuts previous={href(previous)} next={href(next)} course={home} />
    </div>
  );
}
