import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { MarkForm } from '@/components/grading/mark-form';
import { Html } from '@/components/lesson/html';
import { Rubric } from '@/components/lesson/work/rubric';
import { Page, PageTitle } from '@/components/ui/page';
import { Paragraphs } from '@/components/ui/paragraphs';
import { Instant } from '@/components/ui/when';
import { getMarking } from '@/features/learning/marking/get-marking';
import { call } from '@/server/call';
import { markAction } from '../actions';

type Props = { params: Promise<{ course: string; lesson: string; mark: string }> };

const load = cache((course: string, lesson: string, mark: string) =>
  call(getMarking, { course, lesson, mark }),
);

/** Without a name, which may not be known. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson, mark } = await params;
  return { title: `Marking: ${(await load(course, lesson, mark)).title}` };
}

export default async function MarkPage({ params }: Props) {
  const { course, lesson, mark } = await params;
  const screen = await load(course, lesson, mark);
  const { title, learner, waiting, markedBy, released, words, lengths, paragraphs } = screen;
  return (
    <Page>
      <p className="attempt-way">
        <Link href={`/teach/${course}/quizzes/${lesson}/marking`} prefetch={false}>
          ← To be marked: {waiting}
        </Link>
      </p>
      <PageTitle lead={learner ?? 'Without a name until all of it is marked'}>{title}</PageTitle>
      <p className="work-jump">
        <a href={`#level-${screen.rubric[0]?.id}-0`}>To the rubric</a>
        <span className="work-hint">
          Keys: in a criterion <kbd>1</kbd> to <kbd>9</kbd> choose its level, the lowest first, and go on to
          the next; <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves and takes the next.
        </span>
      </p>
      <div className="grading-page">
        <section aria-labelledby="the-answer">
          <h2 id="the-answer">The answer</h2>
          <Html html={screen.prompt} className="question-overall" />
          <p className="work-hint">
            {words} words{lengths && `; ${lengths.least} to ${lengths.most} were asked for`}. Handed in{' '}
            <Instant at={screen.submittedAt} />.
          </p>
          <div lang={screen.lang ?? undefined}>
            <Paragraphs paragraphs={paragraphs} />
          </div>
          {screen.model && (
            <details className="attempt-right">
              <summary>The model answer</summary>
              <Html html={screen.model} className="question-overall" />
            </details>
          )}
        </section>
        <section aria-labelledby="its-rubric">
          <h2 id="its-rubric">The rubric</h2>
          {markedBy && (
            <p role="status" className="grading-done">
              Marked by {markedBy}. {released ? 'Its learner sees the result. ' : ''}
              What you save here stands in its place.
            </p>
          )}
          {markedBy && (
            <details className="attempt-right">
              <summary>What is saved</summary>
              <Rubric rubric={screen.rubric} scores={screen.scores} />
              {screen.comment !== '' && <p className="work-comment">{screen.comment}</p>}
            </details>
          )}
          <MarkForm
            key={screen.id}
            course={course}
            lesson={lesson}
            mark={screen.id}
            version={screen.version}
            rubric={screen.rubric}
            scores={screen.scores}
            comment={screen.comment}
            save={markAction}
          />
        </section>
      </div>
    </Page>
  );
}
