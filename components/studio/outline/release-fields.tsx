import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { Named } from '@/features/authoring/outline/detail-context';

/** When something may be begun: from a time on, and after a module that comes before it. */
export function ReleaseFields({
  what,
  zone,
  opens,
  after,
  modules,
}: {
  what: 'lesson' | 'module';
  zone: string;
  opens: string;
  after: string;
  modules: readonly Named[];
}) {
  const known = after === '' || modules.some(({ id }) => id === after);
  return (
    <>
      <Field
        name="opens"
        type="datetime-local"
        label="Opens"
        hint={`Local time in ${zone}. Leave it empty to open the ${what} at once.`}
        defaultValue={opens}
        className="max-w-xs"
      />
      <SelectField
        name="after"
        label="After a module"
        hint="Learners complete that module first."
        defaultValue={after}
        options={[
          { value: '', label: 'No module' },
          ...modules.map(({ id, title }) => ({ value: id, label: title })),
          ...(known ? [] : [{ value: after, label: `${after}, which does not come before this` }]),
        ]}
      />
    </>
  );
}
