import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';
import type { LessonPreview } from '@/features/authoring/preview/get-lesson-preview';
import { problemsInWords } from './words';

type Props = { slug: string; fileId: string | null; lesson: NonNullable<LessonPreview['broken']> };

/** In place of a lesson that has mistakes: what they are, and the way to them. */
export function BrokenLesson({ slug, fileId, lesson }: Props) {
  return (
    <Page width="text">
      <PageTitle lead="Students never get a lesson with mistakes, so there is nothing to preview yet.">
        {lesson.title}
      </PageTitle>
      <p className="font-semibold">This lesson has {problemsInWords(lesson.problems.length)}:</p>
      <ol className="preview-problems">
        {lesson.problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <span className="text-soft">Line {line}</span> {message}
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap gap-3">
        {fileId && <ButtonLink href={`/teach/${slug}/lessons/${fileId}`}>Open it in the editor</ButtonLink>}
        <ButtonLink look="secondary" href={`/teach/${slug}/preview/draft`}>
          Preview the rest of the course
        </ButtonLink>
      </div>
    </Page>
  );
}
