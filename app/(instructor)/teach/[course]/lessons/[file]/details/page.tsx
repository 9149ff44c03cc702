import type { Metadata } from 'next';
import { DetailsPage } from '@/components/studio/outline/details-page';
import { LessonDetailsForm } from '@/components/studio/outline/lesson-details-form';
import { getLessonDetails } from '@/features/authoring/outline/get-lesson-details';
import { call } from '@/server/call';
import { saveLessonDetailsAction } from './actions';

export const metadata: Metadata = { title: 'Details of a lesson' };

type Props = { params: Promise<{ course: string; file: string }> };

export default async function LessonDetailsPage({ params }: Props) {
  const { course, file } = await params;
  const lesson = await call(getLessonDetails, { course, file });
  const { fileId, title, number, module, fields } = lesson;
  const text = `/teach/${course}/lessons/${fileId}`;
  return (
    <DetailsPage
      title={title}
      place={`Lesson ${number} of “${module}”`}
      back={`/teach/${course}/outline#row-${fileId}`}
      text={text}
      textLabel="Write the text"
      readable={fields !== null}
    >
      {fields && (
        <LessonDetailsForm
          action={saveLessonDetailsAction}
          course={course}
          lesson={lesson}
          fields={fields}
          href={`${text}/details`}
        />
      )}
    </DetailsPage>
  );
}
