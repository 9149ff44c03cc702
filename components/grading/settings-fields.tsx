import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import type { ShownSettings } from '@/features/learning/gradebook/get-gradebook-settings';
import { newRows } from '@/rules/grading/settings-form';
import { RequiredBox } from './required-box';

const numbers = { inputMode: 'numeric', autoComplete: 'off' } as const;
const releases = [
  { value: 'at-once', label: 'at once' },
  { value: 'by-hand', label: 'once they are released' },
];

/** Everything that says how the grades of a course come to one. */
export function SettingsFields({ settings }: { settings: ShownSettings }) {
  const { pass, categories, columns, items } = settings;
  const blank = newRows.map((id) => ({ id, title: '' }));
  return (
    <>
      <section aria-labelledby="passing" className="grid gap-4">
        <h2 id="passing" className="text-2xl">
          Passing
        </h2>
        <Field
          name="pass"
          label="The course is passed from so many percent on"
          hint="Of everything, with nothing for what is not graded; and everything that is required has to be passed."
          defaultValue={String(pass)}
          className="max-w-md"
          {...numbers}
        />
      </section>
      <section aria-labelledby="categories" className="grid gap-4">
        <h2 id="categories" className="text-2xl">
          Categories
        </h2>
        <p className="max-w-prose text-soft">
          Weights are compared with each other. While nothing in a category is graded, its weight is spread
          over the others. The lowest are dropped by their percent, of equal ones the later; what is required
          never is, and one always stays. Without its title a category is taken away.
        </p>
        {[
          ...categories.map((one) => ({ ...one, isNew: false })),
          ...blank.map((one) => ({ ...one, weight: 0, dropLowest: 0, isNew: true })),
        ].map(({ id, title, weight, dropLowest, isNew }) => (
          <fieldset key={id} className="grades-set">
            <legend className="visually-hidden">{isNew ? 'A new category' : title}</legend>
            <Field
              name={`category-${id}-title`}
              label={isNew ? 'New category' : 'Category'}
              defaultValue={title}
              maxLength={80}
            />
            <Field
              name={`category-${id}-weight`}
              label="Weight"
              defaultValue={isNew ? '' : String(weight)}
              {...numbers}
            />
            <Field
              name={`category-${id}-drop`}
              label="Lowest dropped"
              defaultValue={isNew ? '' : String(dropLowest)}
              {...numbers}
            />
          </fieldset>
        ))}
      </section>
      <section aria-labelledby="columns" className="grid gap-4">
        <h2 id="columns" className="text-2xl">
          Columns written by hand
        </h2>
        <p className="max-w-prose text-soft">
          For what happens outside the platform: a talk, a seminar, an exam on paper. Without its title a
          column is taken away, unless it has grades.
        </p>
        {[
          ...columns.map((one) => ({ ...one, isNew: false })),
          ...blank.map((one) => ({ ...one, release: 'at-once', isNew: true })),
        ].map(({ id, title, release, isNew }) => (
          <fieldset key={id} className="grades-set">
            <legend className="visually-hidden">{isNew ? 'A new column' : title}</legend>
            <Field
              name={`column-${id}-title`}
              label={isNew ? 'New column' : 'Column'}
              defaultValue={title}
              maxLength={80}
            />
            <SelectField
              name={`column-${id}-release`}
              label="Learners see its grades"
              defaultValue={release}
              options={releases}
              className="md:col-span-2"
            />
          </fieldset>
        ))}
      </section>
      <section aria-labelledby="items" className="grid gap-4">
        <h2 id="items" className="text-2xl">
          What is graded
        </h2>
        <p className="max-w-prose text-soft">
          Points weigh the items of a category. A required quiz has to reach its own pass mark, a required
          column anything above nothing.
        </p>
        {items.length === 0 && <p>There is no graded quiz, and no column.</p>}
        {items.map(({ id, title, gone, category, points, required }) => (
          <fieldset key={id} className="grades-set border-t border-rule pt-4">
            <legend className="float-left w-full font-semibold break-words">
              {title}
              {gone && <span className="grades-note">not in the course any more</span>}
            </legend>
            <SelectField
              name={`item-${id}-category`}
              label="Category"
              defaultValue={category}
              options={[
                ...categories.map((one) => ({ value: one.id, label: one.title })),
                { value: '', label: 'None: it does not count' },
              ]}
            />
            <Field name={`item-${id}-points`} label="Points" defaultValue={String(points)} {...numbers} />
            {!gone && <RequiredBox name={`item-${id}-required`} required={required} />}
          </fieldset>
        ))}
      </section>
    </>
  );
}
