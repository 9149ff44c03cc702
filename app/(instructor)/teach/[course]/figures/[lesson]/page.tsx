import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { EditionChoice } from '@/components/studio/figures/edition-choice';
import { LessonHeads } from '@/components/studio/figures/lesson-heads';
import { NotAlone } from '@/components/studio/figures/not-alone';
import { QuestionFigures } from '@/components/studio/figures/question-figures';
import { SmallPrint } from '@/components/studio/figures/small-print';
import { StopsTable } from '@/components/studio/figures/stops-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getLessonFigures } from '@/features/reporting/get-lesson-figures';
import { call } from '@/server/call';
import { type EditionParams, editionFrom, withEdition } from '../search-params';

type Props = { params: Promise<{ course: string; lesson: string }>; searchParams: EditionParams };

const load = cache((course: string, edition: string, lesson: string) =>
  call(getLessonFigures, { course, edition, lesson }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const screen = await load(course, await editionFrom(searchParams), lesson);
  return { title: `Figures: ${screen.lesson.title}` };
}

export default async function LessonFiguresPage({ params, searchParams }: Props) {
  const { course, lesson } = await params;
  const edition = await editionFrom(searchParams);
  const screen = await load(course, edition, lesson);
  const { figures, stops, questions, previous, next } = screen;
  const room = `/teach/${course}/figures`;
  const preview = `/teach/${course}/preview/${screen.shownWith}/${lesson}`;
  const neighbours = [
    { rel: 'prev', label: 'Previous', to: previous },
    { rel: 'next', label: 'Next', to: next },
  ];
  return (
    <Page>
      <p className="mb-3">
        <Link href={withEdition(room, edition)} prefetch={false} className="preview-link">
          Figures of all lessons
        </Link>
      </p>
      <PageTitle>{screen.lesson.title}</PageTitle>
      <EditionChoice action={`${room}/${lesson}`} edition={edition} editions={screen.editions} />
      {figures?.started === 0 ? (
        <Empty
          title="Nobody has begun this lesson yet"
          action={<ButtonLink href={preview}>Preview it as a student</ButtonLink>}
        >
          <p>Its figures appear with the first steps that are recorded.</p>
        </Empty>
      ) : (
        <>
          {figures ? (
            <LessonHeads figures={figures} planned={screen.lesson.minutes} />
          ) : (
            <NotAlone edition={edition} all={`${room}/${lesson}`} />
          )}
          {stops && (
            <section aria-labelledby="stops" className="figure-part">
              <h2 id="stops">Where people stop</h2>
              <StopsTable stops={stops} href={(block) => `${preview}#${block}`} />
            </section>
          )}
          {questions.length > 0 && (
            <section aria-labelledby="questions" className="figure-part">
              <h2 id="questions">What was answered</h2>
              {questions.map((question, index) => (
                <QuestionFigures key={question.id} question={question} number={index + 1} />
              ))}
            </section>
          )}
          <SmallPrint />
        </>
      )}
      <nav aria-label="Lessons" className="figure-turn">
        {neighbours.map(({ rel, label, to }) =>
          to ? (
            <Link key={rel} href={withEdition(`${room}/${to.id}`, edition)} prefetch={false} rel={rel}>
              <span>{label}</span>
              {to.title}
            </Link>
          ) : (
            <span key={rel} />
          ),
        )}
      </nav>
    </Page>
  );
}
