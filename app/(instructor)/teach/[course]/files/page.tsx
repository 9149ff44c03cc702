import type { Metadata } from 'next';
import { FileList } from '@/components/studio/editor/file-list';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { listDraftFiles } from '@/features/authoring/editor/list-draft-files';
import { call } from '@/server/call';
import { addDraftFileAction } from './actions';

export const metadata: Metadata = { title: 'Files' };

type Props = { params: Promise<{ course: string }> };

export default async function FilesPage({ params }: Props) {
  const { course } = await params;
  const { files, missing, mayEdit } = await call(listDraftFiles, { course });
  return (
    <Page>
      <PageTitle lead="What the lessons share: the course itself, its glossary, sources and passages. Each can be written as text; most have a form elsewhere in the studio.">
        Files
      </PageTitle>
      {missing.length > 0 && (
        <Notice tone="bad" title={`${missing.join(', ')} is missing`}>
          Without it the course cannot be published.
        </Notice>
      )}
      {files.length > 0 ? (
        <FileList course={course} files={files} />
      ) : (
        <Empty title="There are no files here yet">The lessons are in the outline.</Empty>
      )}
      {mayEdit && (
        <section aria-labelledby="new-file" className="mt-12 max-w-md">
          <h2 id="new-file" className="mb-4 text-2xl">
            A new file
          </h2>
          <Form
            action={addDraftFileAction}
            submitLabel="Add the file"
            pendingLabel="Adding …"
            look="secondary"
            className="grid justify-items-start gap-5"
          >
            <input type="hidden" name="course" value={course} />
            <SelectField
              name="room"
              label="What it is for"
              className="w-full"
              options={[
                { value: 'glossary', label: 'Glossary: words and what they mean' },
                { value: 'sources', label: 'Sources: what the course cites' },
                { value: 'timeline', label: 'Timeline: what happened when' },
                { value: 'scorecard', label: 'Scorecard: what became of each passage' },
                { value: 'guide', label: 'Guide: for whoever teaches the course' },
              ]}
            />
            <Field
              name="name"
              label="Name"
              hint="For example cryptography. A to z, 0 to 9 and hyphens. Scorecard and guide have their names."
              autoComplete="off"
              className="w-full"
            />
          </Form>
        </section>
      )}
    </Page>
  );
}
