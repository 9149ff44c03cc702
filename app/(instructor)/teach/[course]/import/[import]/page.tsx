import type { Metadata } from 'next';
import { DryRun } from '@/components/studio/exchange/dry-run';
import { Form } from '@/components/ui/form';
import { getImport } from '@/features/authoring/exchange/get-import';
import { call } from '@/server/call';
import { applyImportAction } from './actions';

export const metadata: Metadata = { title: 'What this import would change' };

type Props = { params: Promise<{ course: string; import: string }> };

const words = {
  whole: {
    lead: 'This would become the draft of the course. Nothing is changed yet.',
    submit: 'Replace the draft',
  },
  addition: {
    lead: 'This would be added to the draft as new modules. Nothing is changed yet.',
    submit: 'Add it to the draft',
  },
  former: {
    lead: 'This is the draft as it was before an import. Nothing is changed yet.',
    submit: 'Bring it back',
  },
} as const;

export default async function ImportPage({ params }: Props) {
  const { course, import: id } = await params;
  const shown = await call(getImport, { course, import: id });
  const { lead, submit } = words[shown.way];
  return (
    <DryRun
      shown={shown}
      back={{ href: `/teach/${shown.slug}/import`, label: 'Import and export' }}
      title={shown.way === 'former' ? `Before “${shown.name}”` : shown.name}
      lead={`${lead} It waits for a day.`}
    >
      {shown.changes.length > 0 && (
        <Form
          action={applyImportAction}
          submitLabel={submit}
          pendingLabel="Changing the draft …"
          className="grid justify-items-start gap-5"
        >
          <input type="hidden" name="course" value={shown.slug} />
          <input type="hidden" name="import" value={shown.id} />
          <input type="hidden" name="draft" value={shown.draft} />
          <p className="max-w-prose text-sm text-soft">
            The draft as it is now is kept for a day, and you can bring it back. Learners see no change until
            you publish.
          </p>
        </Form>
      )}
    </DryRun>
  );
}
