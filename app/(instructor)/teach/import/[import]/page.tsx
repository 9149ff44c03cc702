import type { Metadata } from 'next';
import { DryRun } from '@/components/studio/exchange/dry-run';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { getNewCourse } from '@/features/authoring/exchange/get-new-course';
import { call } from '@/server/call';
import { createFromImportAction } from './actions';

export const metadata: Metadata = { title: 'What this import would make' };

export default async function NewCourseImportPage({ params }: { params: Promise<{ import: string }> }) {
  const { import: id } = await params;
  const shown = await call(getNewCourse, { import: id });
  return (
    <DryRun
      shown={shown}
      back={{ href: '/teach/import', label: 'Import a course' }}
      title={shown.title}
      lead={
        shown.made
          ? 'This upload has become a course.'
          : 'This is what would become a course of yours. Nothing is made yet; the upload waits for a day.'
      }
    >
      {shown.made ? (
        <ButtonLink href={`/teach/${shown.made}/outline`}>Open the course</ButtonLink>
      ) : (
        <Form
          action={createFromImportAction}
          submitLabel="Make this course"
          pendingLabel="Making …"
          className="grid max-w-md justify-items-start gap-5"
        >
          {shown.taken && (
            <Notice>
              <p>There is a course at the address that its files name. Choose another one for this.</p>
            </Notice>
          )}
          <input type="hidden" name="import" value={shown.id} />
          <Field
            name="slug"
            label="Address"
            hint="Small letters, digits and hyphens: it stands in links, and stays."
            defaultValue={shown.taken ? '' : shown.slug}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            required
            className="w-full"
          />
        </Form>
      )}
    </DryRun>
  );
}
