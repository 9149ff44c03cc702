import type { Metadata } from 'next';
import { EditionChoice } from '@/components/studio/figures/edition-choice';
import { LearnerCounts } from '@/components/studio/figures/learner-counts';
import { LessonsTable } from '@/components/studio/figures/lessons-table';
import { NotAlone } from '@/components/studio/figures/not-alone';
import { SmallPrint } from '@/components/studio/figures/small-print';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getCourseFigures } from '@/features/reporting/get-course-figures';
import { call } from '@/server/call';
import { type EditionParams, editionFrom, withEdition } from './search-params';

type Props = { params: Promise<{ course: string }>; searchParams: EditionParams };

export const metadata: Metadata = { title: 'Figures' };

export default async function FiguresPage({ params, searchParams }: Props) {
  const { course } = await params;
  const edition = await editionFrom(searchParams);
  const figures = await call(getCourseFigures, { course, edition });
  const here = `/teach/${course}/figures`;
  const lessons = [...figures.modules.flatMap((module) => module.lessons), ...figures.gone];
  const started = lessons.map((lesson) => lesson.figures?.started ?? 0);
  const most = Math.max(0, ...started.filter((count) => typeof count === 'number'));
  const href = (lesson: string) => withEdition(`${here}/${lesson}`, edition);
  return (
    <Page>
      <PageTitle lead="How far learners came, lesson by lesson, counted from what was recorded up to this moment.">
        Figures
      </PageTitle>
      {figures.editions.length === 0 ? (
        <Empty
          title="There is no edition yet"
          action={<ButtonLink href={`/teach/${course}/publish`}>Go to publishing</ButtonLink>}
        >
          <p>Figures begin with the first learners, and they with the first edition.</p>
        </Empty>
      ) : figures.empty ? (
        <Empty
          title="Nobody has learned here yet"
          action={<ButtonLink href={`/teach/${course}/preview/draft`}>Preview as a student</ButtonLink>}
        >
          <p>As soon as somebody reads a lesson or answers a question, it is counted here.</p>
        </Empty>
      ) : (
        <>
          <EditionChoice action={here} edition={edition} editions={figures.editions} />
          {figures.learners ? (
            <LearnerCounts learners={figures.learners} />
          ) : (
            <NotAlone edition={edition} all={here} />
          )}
          <ul className="figure-legend">
            <li>began the lesson</li>
            <li>completed it</li>
          </ul>
          {figures.modules.map((module) => (
            <LessonsTable key={module.id} {...module} most={most} href={href} />
          ))}
          {figures.gone.length > 0 && (
            <LessonsTable title="No longer in the course" lessons={figures.gone} most={most} href={href} />
          )}
          <SmallPrint />
        </>
      )}
    </Page>
  );
}
