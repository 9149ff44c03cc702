import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { cache } from 'react';
import { LessonPlayer } from '@/components/lesson/lesson-player';
import { QuizPanel } from '@/components/lesson/quiz/quiz-panel';
import { HandIn } from '@/components/lesson/work/hand-in';
import { HandInLog } from '@/components/lesson/work/hand-in-log';
import { LogPanel } from '@/components/lesson/work/log-panel';
import { WorkEditor } from '@/components/lesson/work/work-editor';
import { WorkFiles } from '@/components/lesson/work/work-files';
import { WorkPanel } from '@/components/lesson/work/work-panel';
import { Paragraphs } from '@/components/ui/paragraphs';
import { getLesson, type LessonScreen } from '@/features/learning/get-lesson';
import { isUploadProblem, uploadProblems } from '@/rules/files/uploads';
import { refusals } from '@/rules/refusals';
import { paragraphsOf } from '@/rules/work/text';
import { call, viewer } from '@/server/call';
import {
  handInLogAction,
  handInWorkAction,
  removeFileAction,
  saveDraftAction,
  startAttemptAction,
} from './actions';

type Query = Partial<
  Record<
    'problem' | 'hand-in' | 'file-problem' | 'removed' | 'chosen' | 'lab' | 'lab-problem',
    string | string[]
  >
>;
type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<Query>;
};

const load = cache((course: string, lesson: string) => call(getLesson, { course, lesson }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const screen = await load(course, lesson);
  return { title: screen.lesson.title, description: screen.lesson.summary, robots: { index: false } };
}

export default async function LessonPage({ params, searchParams }: Props) {
  const { course, lesson: lessonId } = await params;
  const query = await searchParams;
  const { problem, chosen, lab, 'lab-problem': said } = query;
  const screen = await load(course, lessonId);
  const { enrollmentId } = screen;
  const viewed = Boolean((await viewer())?.viewedBy);
  const next = screen.next && { title: screen.next.title, href: `/learn/${course}/${screen.next.id}` };
  return (
    <LessonPlayer
      screen={screen}
      home={`/learn/${course}`}
      lesson={enrollmentId ? { course, lesson: screen.lesson.id, enrollmentId } : null}
      counts={!viewed}
      labProblem={typeof lab === 'string' && typeof said === 'string' ? { block: lab, says: said } : null}
      problemBlock={typeof problem === 'string' ? problem : null}
      chosen={typeof chosen === 'string' ? chosenIn(chosen) : null}
      quiz={
        screen.quiz && (
          <QuizPanel
            quiz={screen.quiz}
            home={`/learn/${course}/${screen.lesson.id}`}
            course={course}
            lesson={screen.lesson.id}
            complete={screen.progress.complete}
            next={next}
            start={enrollmentId ? startAttemptAction : null}
          />
        )
      }
      work={
        screen.work && (
          <WorkPanel
            work={screen.work}
            home={`/learn/${course}/${screen.lesson.id}`}
            complete={screen.progress.complete}
            next={next}
          >
            <Writing screen={screen} course={course} query={query} viewed={viewed} />
          </WorkPanel>
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

/** What a plain form had chosen when it asked for a hint: the question, then the answer; null for anything else. */
function chosenIn(text: string): { block: string; answer: string[] } | null {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
    const [block, ...answer] = isList ? (value as string[]) : [];
    return block === undefined ? null : { block, answer };
  } catch {
    return null;
  }
}

type WritingProps = { screen: LessonScreen; course: string; query: Query; viewed: boolean };

/** What stood in the way of a file that was sent without a script. */
function fileProblem(code: Query[keyof Query]): string | null {
  if (typeof code !== 'string') return null;
  if (isUploadProblem(code)) return uploadProblems[code];
  return Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : null;
}

/** Where written work is written, or looked at before it is handed in. */
function Writing({ screen, course, query, viewed }: WritingProps) {
  const { work, enrollmentId, lesson } = screen;
  if (!work || !enrollmentId) return <p>You read this as staff of the course, and write nothing here.</p>;
  const { writing, log, rules } = work;
  const home = `/learn/${course}/${lesson.id}`;
  const handIn = query['hand-in'] !== undefined;
  if (log && handIn && log.number !== null && !viewed)
    return <HandInLog log={log} course={course} lesson={lesson.id} home={home} action={handInLogAction} />;
  if (log)
    return (
      <LogPanel
        log={log}
        claimLog={`/learn/${course}/claim-log`}
        review={`${home}?hand-in=${log.number}#work`}
        writes={!viewed}
      />
    );
  if (!writing || rules.form !== 'text') return null;
  if (viewed) return <Paragraphs paragraphs={paragraphsOf(writing.text)} />;
  if (handIn && writing.revision > 0)
    return (
      <HandIn
        work={work}
        writing={writing}
        course={course}
        lesson={lesson.id}
        home={home}
        action={handInWorkAction}
      />
    );
  return (
    <>
      {rules.files && (
        <WorkFiles
          course={course}
          lesson={lesson.id}
          number={writing.number}
          rules={rules.files}
          files={writing.files.map(({ id, name, bytes }) => ({ id, name, bytes }))}
          problem={fileProblem(query['file-problem'])}
          removed={typeof query.removed === 'string' ? query.removed : null}
          remove={removeFileAction}
        />
      )}
      <WorkEditor
        place={{ course, lesson: lesson.id, number: writing.number, enrollmentId }}
        saved={{ text: writing.text, revision: writing.revision, savedAt: writing.savedAt }}
        writer={randomUUID()}
        lengths={rules.words}
        review={`${home}?hand-in=${writing.number}#work`}
        save={saveDraftAction}
      />
    </>
  );
}
