import type { Metadata } from 'next';
import { cache } from 'react';
import { LessonPlayer } from '@/components/lesson/lesson-player';
import { QuizPanel } from '@/components/lesson/quiz/quiz-panel';
import { getLesson } from '@/features/learning/get-lesson';
import { call, viewer } from '@/server/call';
import { startAttemptAction } from './actions';

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
  const { enrollmentId } = screen;
  return (
    <LessonPlayer
      screen={screen}
      home={`/learn/${course}`}
      lesson={enrollmentId ? { course, lesson: screen.lesson.id, enrollmentId } : null}
      counts={!(await viewer())?.viewedBy}
      problemBlock={typeof problem === 'string' ? problem : null}
      quiz={
        screen.quiz && (
          <QuizPanel
            quiz={screen.quiz}
            home={`/learn/${course}/${screen.lesson.id}`}
            course={course}
            lesson={screen.lesson.id}
            complete={screen.progress.complete}
            next={screen.next && { title: screen.next.title, href: `/learn/${course}/${screen.next.id}` }}
            start={enrollmentId ? startAttemptAction : null}
          />
        )
      }
      banner={
        screen.preview && (
          <p className="preview-banner">
            You read this as staff of the course: edition {screen.course.edition}, as learners see it. Nothing
            is recorded.
          </p>
        )
      }
    />
  );
}
