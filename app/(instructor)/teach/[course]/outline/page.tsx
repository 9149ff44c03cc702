import type { Metadata } from 'next';
import { AddItem } from '@/components/studio/outline/add-item';
import { Checking } from '@/components/studio/outline/checking';
import { DeletedList } from '@/components/studio/outline/deleted-list';
import { OutlineSigns } from '@/components/studio/outline/icons';
import { LessonRow } from '@/components/studio/outline/lesson-row';
import { ModuleSection } from '@/components/studio/outline/module-section';
import { MovePanel } from '@/components/studio/outline/move-panel';
import { OtherFiles } from '@/components/studio/outline/other-files';
import { OutlineDesk } from '@/components/studio/outline/outline-desk';
import { OutlineSummary } from '@/components/studio/outline/outline-summary';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getOutline } from '@/features/authoring/outline/get-outline';
import { call } from '@/server/call';
import { addLessonAction, addModuleAction, changeOutline } from './actions';
import { arrivedFrom } from './arrived';

export const metadata: Metadata = { title: 'Outline' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** How long the page waits for lessons that were never checked; it shows the rest meanwhile. */
const patience = 2_000;

export default async function OutlinePage({ params, searchParams }: Props) {
  const [{ course }, query] = await Promise.all([params, searchParams]);
  const outline = await call(getOutline, { course, patience });
  const { modules, mayEdit, totals, pending, others, deletions } = outline;
  const here = `/teach/${course}/outline`;
  const choosing = mayEdit && typeof query.move === 'string' ? query.move : null;
  return (
    <Page>
      <OutlineSigns />
      <div className="toc-top">
        <PageTitle lead={modules.length > 0 && <OutlineSummary totals={totals} pending={pending} />}>
          Outline
        </PageTitle>
        <div className="toc-top-acts">
          <ButtonLink look="secondary" href={`/teach/${course}/preview/draft`}>
            Preview as a student
          </ButtonLink>
          {mayEdit && <ButtonLink href={`/teach/${course}/publish`}>Publish</ButtonLink>}
        </div>
      </div>
      {pending > 0 && <Checking pending={pending} href={here} />}
      <OutlineDesk
        course={course}
        action={changeOutline}
        arrived={arrivedFrom(query, outline)}
        choosing={choosing}
      >
        {modules.length === 0 && (
          <Empty title="No modules yet">
            {mayEdit
              ? 'A course is made of modules, and a module of lessons. Begin with the title of the first module.'
              : 'Modules and lessons will stand here as soon as somebody has written them.'}
          </Empty>
        )}
        {modules.map((module, at) => (
          <ModuleSection
            key={module.fileId}
            module={module}
            number={at + 1}
            course={course}
            mayEdit={mayEdit}
            last={at === modules.length - 1}
            add={
              mayEdit && (
                <AddItem
                  action={addLessonAction}
                  course={course}
                  module={module.fileId}
                  label="Add a lesson"
                />
              )
            }
          >
            {module.lessons.map((lesson, index) => (
              <LessonRow
                key={lesson.fileId}
                lesson={lesson}
                number={`${at + 1}.${index + 1}`}
                course={course}
                mayEdit={mayEdit}
                first={at === 0 && index === 0}
                last={at === modules.length - 1 && index === module.lessons.length - 1}
              >
                {lesson.fileId === choosing && <MovePanel lesson={lesson} modules={modules} back={here} />}
              </LessonRow>
            ))}
          </ModuleSection>
        ))}
        {mayEdit && (
          <div className="toc-add-module">
            <AddItem
              action={addModuleAction}
              course={course}
              label="Add a module"
              open={modules.length === 0}
            />
          </div>
        )}
        {others.length > 0 && <OtherFiles files={others} course={course} mayEdit={mayEdit} />}
        {deletions.length > 0 && <DeletedList deletions={deletions} now={new Date()} mayEdit={mayEdit} />}
      </OutlineDesk>
    </Page>
  );
}
