import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { ModuleDetails } from '@/features/authoring/outline/get-module-details';
import type { ShownModule } from '@/features/authoring/outline/shown-fields';
import type { FormState } from '@/rules/form-state';
import { DetailGroup } from './detail-group';
import { ReleaseFields } from './release-fields';
import { SaveOver } from './save-over';

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  course: string;
  module: ModuleDetails;
  fields: ShownModule;
  href: string;
};

/** What is said of a module. */
export function ModuleDetailsForm({ action, course, module, fields, href }: Props) {
  return (
    <Form
      action={action}
      submitLabel="Save the details"
      pendingLabel="Saving …"
      doneMessage="The details are saved."
      className="grid gap-6 [&>button]:justify-self-start"
    >
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="file" value={module.fileId} />
      <input type="hidden" name="version" value={module.version} />
      <SaveOver href={href} />
      <DetailGroup title="In the syllabus">
        <Field name="title" label="Title" defaultValue={fields.title} autoComplete="off" />
        <TextArea
          name="summary"
          label="Summary"
          hint="One or two sentences."
          rows={3}
          defaultValue={fields.summary}
        />
      </DetailGroup>
      <DetailGroup title="When it may be begun">
        <ReleaseFields
          what="module"
          zone={module.zone}
          opens={fields.opens}
          after={fields.after}
          modules={module.earlierModules}
        />
      </DetailGroup>
    </Form>
  );
}
