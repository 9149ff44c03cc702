import type { Metadata } from 'next';
import { DetailsPage } from '@/components/studio/outline/details-page';
import { ModuleDetailsForm } from '@/components/studio/outline/module-details-form';
import { getModuleDetails } from '@/features/authoring/outline/get-module-details';
import { call } from '@/server/call';
import { saveModuleDetailsAction } from './actions';

export const metadata: Metadata = { title: 'Details of a module' };

type Props = { params: Promise<{ course: string; file: string }> };

export default async function ModuleDetailsPage({ params }: Props) {
  const { course, file } = await params;
  const module = await call(getModuleDetails, { course, file });
  const { fileId, title, number, fields } = module;
  return (
    <DetailsPage
      title={title}
      place={`Module ${number}`}
      back={`/teach/${course}/outline#row-${fileId}`}
      text={`/teach/${course}/files/${fileId}`}
      textLabel="As a file"
      readable={fields !== null}
    >
      {fields && (
        <ModuleDetailsForm
          action={saveModuleDetailsAction}
          course={course}
          module={module}
          fields={fields}
          href={`/teach/${course}/outline/modules/${fileId}`}
        />
      )}
    </DetailsPage>
  );
}
