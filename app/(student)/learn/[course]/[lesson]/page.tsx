import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { Finish } from '@/components/lesson/finish';
import { Html } from '@/components/lesson/html';
import { LessonArticle } from '@/components/lesson/lesson-article';
import { LessonHead } from '@/components/lesson/lesson-head';
import { LessonProgress } from '@/components/lesson/lesson-progress';
import { LessonSources } from '@/components/lesson/lesson-sources';
import { LessonTracker } from '@/components/lesson/lesson-tracker';
import { NotesPane } from '@/components/lesson/notes-pane';
import { Shortcuts } from '@/components/lesson/shortcuts';
import { SyllabusPane } from '@/components/lesson/syllabus-pane';
import { getLesson } from '@/features/learning/get-lesson';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

const load = cache((course: string, lesson: string) => call(getLesson, { course, lesson }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const screen = await load(course, lesson);
  return { title: screen.lesson.title, description: screen.lesson.summary, robots: { index: false } };
}

export default async function LessonPage({ params, searchParams }: Props) {
  const { course, lesson: lessonId } = await params;
  const { problem } = await searchParams;
  const screen = await load(course, lessonId);
  const { lesson, view, progress, previous, next, enrollmentId } = screen;
  const place = enrollmentId ? { course, lesson: lesson.id, enrollmentId } : null;
  const href = (neighbour: { id: string } | null) => (neighbour ? `/learn/${course}/${neighbour.id}` : null);
  return (
    <div className="player">
      <SyllabusPane course={screen.course} modules={screen.syllabus} current={lesson.id} />
      <article className="lesson" lang="en">
        <div className="lesson-bar">
          <div className="lesson-bar-buttons">
            <button type="button" popoverTarget="syllabus" className="bar-button">
              Syllabus
            </button>
            <button
              type="button"
              popoverTarget="notes"
              aria-label="Passages and words"
              className="bar-button"
            >
              Passages
            </button>
          </div>
          {place && <LessonProgress done={progress.done} total={progress.total} />}
        </div>
        {screen.preview && (
          <p className="preview-banner">
            You read this as staff of the course: edition {screen.course.edition}, as learners see it. Nothing
            is recorded.
          </p>
        )}
        <LessonHead screen={screen} />
        <LessonArticle
          screen={screen}
          lesson={place}
          problemBlock={typeof problem === 'string' ? problem : null}
        />
        {place && <Finish lesson={place} blocks={lesson.blocks} done={progress.done} next={next} />}
        <LessonSources sources={view.sources} />
        <nav aria-label="Lessons" className="lesson-turn">
          {previous ? (
            <Link href={href(previous) ?? ''} prefetch={false} rel="prev">
              <span>Previous</span>
              {previous.title}
            </Link>
          ) : (
            <span />
          )}
          {next && (
            <Link href={href(next) ?? ''} prefetch={false} rel="next">
              <span>Next</span>
              {next.title}
            </Link>
          )}
        </nav>
        <p className="lesson-keys">
          Press <kbd>?</kbd> for the keys of this page.
        </p>
      </article>
      <NotesPane passages={view.passages} glossary={view.glossary} />
      <Html html={view.popovers} />
      {place && (
        <LessonTracker lesson={place} blocks={lesson.blocks.map((block) => block.id)} done={progress.done} />
      )}
      <Shortcuts previous={href(previous)} next={href(next)} course={`/learn/${course}`} />
    </div>
  );
}
